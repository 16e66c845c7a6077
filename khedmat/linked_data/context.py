"""The context of our JSON-LD, embedded in every answer: nobody has to be asked what a key means. Pure.

CPSV-AP 3.2.0 (SEMIC, CC-BY 4.0, European Union) where it has a term, own terms (`x:`) elsewhere.
"""

from typing import Any

PREFIXES = {
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
FA, EN = {"@language": "fa"}, {"@language": "en"}
TEXTS = {
    "title": "dct:title",
    "description": "dct:description",
    "keyword": "dcat:keyword",
    "prefLabel": "skos:prefLabel",
    "otherName": "skos:hiddenLabel",
    "basis": "x:basis",
}
VALUES = {
    "identifier": ("dct:identifier", None),
    "modified": ("dct:modified", "xsd:date"),
    "version": ("dcat:version", None),
    "notation": ("skos:notation", None),
    "value": ("cv:hasValue", "xsd:double"),
    "processingTime": ("cv:processingTime", "xsd:duration"),
    "amountRial": ("x:amountRial", "xsd:integer"),
    "workingDays": ("x:workingDays", "xsd:boolean"),
    "inPersonVisits": ("x:inPersonVisits", "xsd:integer"),
    "usageCount": ("x:usageCount", "xsd:integer"),
    "recurrenceCount": ("x:recurrenceCount", "xsd:integer"),
    "isOnce": ("x:isOnce", "xsd:boolean"),
    "order": ("x:order", "xsd:integer"),
    "fields": ("x:fields", None),
    "citation": ("x:citation", None),
    "validity": ("x:validity", None),
    "validFrom": ("schema:validFrom", "xsd:date"),
    "validThrough": ("schema:validThrough", "xsd:date"),
}
LINKS = {
    "hasCompetentAuthority": "cv:hasCompetentAuthority",
    "subOrganizationOf": "org:subOrganizationOf",
    "spatial": "dct:spatial",
    "language": "dct:language",
    "audience": "dct:audience",
    "isClassifiedBy": "cv:isClassifiedBy",
    "isGroupedBy": "cv:isGroupedBy",
    "hasInputType": "cv:hasInputType",
    "hasLegalResource": "cv:hasLegalResource",
    "hasChannel": "cv:hasChannel",
    "internalChannel": "x:internalChannel",
    "hasCost": "cv:hasCost",
    "currency": "cv:currency",
    "hasParticipation": "cv:hasParticipation",
    "hasParticipant": "cv:hasParticipant",
    "role": "cv:role",
    "produces": "cpsv:produces",
    "requires": "dct:requires",
    "kind": "dct:type",
    "stage": "x:stage",
    "visitLevel": "x:visitLevel",
    "visitReason": "x:visitReason",
    "mode": "x:mode",
    "process": "x:process",
    "usagePeriod": "x:usagePeriod",
    "recurrencePeriod": "x:recurrencePeriod",
    "serviceUrl": "schema:serviceUrl",
    "page": "foaf:page",
    "isVersionOf": "dct:isVersionOf",
    "exactMatch": "skos:exactMatch",
    "classification": "cv:evidenceTypeClassification",
    "issuedBy": "x:issuedBy",
    "system": "x:system",
    "internalSystem": "x:internalSystem",
    "askedSystem": "x:askedSystem",
    "exchanges": "x:exchanges",
    "provides": "x:provides",
    "broughtByApplicant": "x:broughtByApplicant",
    "givenBy": "x:givenBy",
    "heldBy": "x:heldBy",
    "state": "x:state",
    "publisher": "dct:publisher",
    "landingPage": "dcat:landingPage",
    "isReplacedBy": "dct:isReplacedBy",
    "broader": "skos:broader",
    "inScheme": "skos:inScheme",
    "topConceptOf": "skos:topConceptOf",
    "contract": "x:contract",
    "hasContractingAuthority": "cv:hasContractingAuthority",
    "hasEconomicOperator": "cv:hasEconomicOperator",
}


def context(base: str) -> dict[str, Any]:
    """`base`: the address of this installation; own terms are its namespace."""
    texts = {key: {"@id": term, **FA} for key, term in TEXTS.items()}
    values = {key: {"@id": term} | ({"@type": kind} if kind else {}) for key, (term, kind) in VALUES.items()}
    links = {key: {"@id": term, "@type": "@id"} for key, term in LINKS.items()}
    english = {"labelInEnglish": {"@id": "skos:altLabel", **EN}}
    return {**PREFIXES, "x": f"{base}/ns#", "id": "@id", "type": "@type", **texts, **values, **links, **english}
