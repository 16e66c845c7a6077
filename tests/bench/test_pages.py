"""The measure of pages under load: what it reads of the load generator."""

import pytest

from bench.pages.load import Failed, read

SAID = """Running 5s test @ http://127.0.0.1:8979
  Latency Distribution
     50%  312.00us
     90%    1.02ms
     99%    {slow}
  42042 requests in 5.00s, 412.10MB read
{more}Requests/sec:   8408.33
Transfer/sec:     82.42MB
"""


@pytest.mark.parametrize(("slow", "ms"), [("912.00us", 0.912), ("4.20ms", 4.2), ("1.50s", 1500.0)])
def test_the_slowest_of_a_hundred_is_told_in_milliseconds(slow, ms):
    found = read(SAID.format(slow=slow, more=""))

    assert found.p99 == pytest.approx(ms)
    assert found.rate == pytest.approx(8408.33)


@pytest.mark.parametrize(
    "more", ["  Non-2xx or 3xx responses: 17\n", "  Socket errors: connect 0, read 3, write 0, timeout 0\n"]
)
def test_errors_are_no_rate(more):
    with pytest.raises(Failed):
        read(SAID.format(slow="1.00ms", more=more))


def test_silence_is_no_rate():
    with pytest.raises(Failed):
        read("unable to connect")
