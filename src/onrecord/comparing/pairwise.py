"""What two items that share a key give, whichever came first: a quotation told apart, an undertaking gone on with."""

from onrecord.comparing.progress import carried_out, repeated
from onrecord.comparing.quotes import quote_variance
from onrecord.comparing.sides import Context
from onrecord.model.findings import Finding
from onrecord.model.items import Claim, Commitment, Statement


def variance(one: object, other: object, context: Context) -> Finding | None:
    """Two statements that give the same words otherwise, if they do."""
    if not isinstance(one, Statement) or not isinstance(other, Statement):
        return None
    first, second = sorted((one, other), key=lambda statement: statement.id)
    return quote_variance(first, second, {s.document: context.document(s.document) for s in (first, second)})


def progress(one: object, other: object, context: Context) -> Finding | None:
    """Two commitments of which one repeats the other, or a commitment with a claim that tells what became of it."""
    if not isinstance(one, Claim | Commitment) or not isinstance(other, Claim | Commitment):
        return None
    documents = {item.document: context.document(item.document) for item in (one, other)}
    if isinstance(one, Commitment) and isinstance(other, Commitment):
        first, second = sorted((one, other), key=lambda commitment: commitment.id)
        return repeated(first, second, documents)
    if isinstance(one, Commitment) and isinstance(other, Claim):
        return carried_out(one, other, documents)
    if isinstance(one, Claim) and isinstance(other, Commitment):
        return carried_out(other, one, documents)
    return None
