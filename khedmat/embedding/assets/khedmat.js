/* <khedmat-services agency="code"><a href="…">…</a></khedmat-services>: the list of an agency's services in the page.
   Whatever goes wrong, the link inside stays. */
const home = new URL("/embed/agency/", import.meta.url);

class KhedmatServices extends HTMLElement {
  async connectedCallback() {
    const agency = encodeURIComponent(this.getAttribute("agency") ?? "");
    if (this.shadowRoot || !agency) return;
    try {
      const answer = await fetch(new URL(`${agency}/list.html`, home), { credentials: "omit", referrerPolicy: "no-referrer" });
      if (!answer.ok) return;
      const list = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.attachShadow({ mode: "open" }).append(...list.head.children, ...list.body.children);
    } catch (failure) {
      console.warn("khedmat-services:", failure);
    }
  }
}

if (!customElements.get("khedmat-services")) customElements.define("khedmat-services", KhedmatServices);
