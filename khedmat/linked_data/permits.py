"""Form 1: one output a permit, one service an action on it; whatever is not the issue requires the issue. Pure."""

from khedmat.cards.form import Permit
from khedmat.linked_data.bodies import office
from khedmat.linked_data.codes import concept, concepts
from khedmat.linked_data.costs import Price, duration, price
from khedmat.linked_data.facts import Facts, Subject, mark
from khedmat.linked_data.needs import law, paper


def outputs(on: Subject) -> list[str]:
    """The permits that a service leads to; the services of their actions are added beside them."""
    rows = [row for row in on.facts.permits if row.title]
    found = {mark(row.title or ""): _output(on, row.title or "") for row in rows}
    for row in rows:
        if row.action:
            _action(on, row)
    return list(found.values())


def _output(on: Subject, title: str) -> str:
    graph, service, _facts = on
    kind = concept(graph, "output_kind", "permit")
    return graph.add(f"{service}/permit/{mark(title)}", "cv:Output", identifier=mark(title), title=title, kind=kind)


def _action(on: Subject, row: Permit) -> None:
    graph, service, facts = on
    title, action = row.title or "", str(row.action)
    permit, kind = f"{service}/permit/{mark(title)}", concept(graph, "permit_action", action)
    name = f"{graph.nodes[kind]['prefLabel']} {title}"
    graph.add(
        f"{permit}/{action}",
        "cpsv:PublicService",
        identifier=f"{facts.number}-{mark(title)}-{action}",
        title=name,
        description=row.conditions or row.steps or name,
        hasCompetentAuthority=office(graph, facts.owner),
        produces=permit,
        audience=concepts(graph, "applicant", row.applicants),
        isClassifiedBy=kind,
        processingTime=duration(row.duration.value, row.duration.unit),
        requires=_issue(permit, row, facts),
        hasCost=price(on, f"permit/{mark(title)}/{action}/cost", Price(row.fee.text, row.fee.amount_rial)),
        hasInputType=paper(graph, row.documents) if row.documents else None,
        hasLegalResource=law(graph, row.legal_basis) if row.legal_basis else None,
        validity=row.validity,
    )


def _issue(permit: str, row: Permit, facts: Facts) -> str | None:
    """Only where the issue is described too."""
    same = [one for one in facts.permits if one.action == "issue" and mark(one.title or "") == mark(row.title or "")]
    return f"{permit}/issue" if same and row.action != "issue" else None
