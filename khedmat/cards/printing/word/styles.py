"""The parts of the file that say how it looks: styles, numbering, fonts."""

from importlib.resources import files

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
STYLES = (files(__name__.rpartition(".")[0]) / "styles.xml").read_bytes()
_LEVEL = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%1-"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr><w:rPr><w:rtl/></w:rPr></w:lvl>'
)
# Where Vazirmatn is not installed, Word takes the first of the others that is.
FONTS = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {NAMESPACES}><w:font w:name="Vazirmatn">'
    '<w:altName w:val="B Nazanin,Tahoma"/><w:charset w:val="B2"/><w:family w:val="swiss"/></w:font></w:fonts>'
).encode()


def numbering(lists: int) -> str:
    """So many lists, each of which begins with one."""
    begins = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbers = (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{begins}</w:num>' for number in range(1, lists + 1)
    )
    kind = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>{_LEVEL}</w:abstractNum>'
    return f"<w:numbering {NAMESPACES}>{kind}{''.join(numbers)}</w:numbering>"
