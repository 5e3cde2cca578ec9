"""What one proposition says of another, by the model that ships."""

from onrecord.language.entailment import entailment_model, judge


def test_the_shipped_model_tells_plain_cases_apart():
    pairs = [
        ("The bridge at Orley was closed on Monday.", "The bridge at Orley was open on Monday."),
        ("Three inspectors visited the mill on Tuesday.", "Inspectors visited the mill."),
        ("The mayor praised the firefighters.", "Wheat prices fell in the spring."),
        ("The union sued the company.", "The company sued the union."),
    ]
    told = judge(pairs)
    assert told[0].argmax() == 2
    assert told[1].argmax() == 0
    assert told[2].argmax() == 1
    assert told[3].argmax() != 0
    assert judge(pairs).tolist() == told.tolist()
    assert entailment_model() is entailment_model()
