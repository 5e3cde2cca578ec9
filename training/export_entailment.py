"""Write what the package ships from finished runs of a cross-encoder: the network as int8 ONNX.

    PYTHONPATH=src python -m training.export_entailment --runs RUN2 RUN3 --shares 0.3 0.7
    PYTHONPATH=src python -m training.export_entailment --model outcomes --runs RUN

Of several runs that went on from one another, the weights are averaged by their shares: what the earlier one knew and
the later one forgot comes back (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
"""

import argparse
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.language import clashes, entailment, outcomes
from training.cross_encoder import CrossEncoder
from training.graph import lighten
from training.shipped import shipped_state

INPUTS = ["ids", "kinds", "mask"]
MODELS = Path("src/onrecord/models")
SHIPPED = {"entailment": entailment, "clashes": clashes, "outcomes": outcomes}
"""The models that ship: each module knows its labels and the name of its weights."""


def export(model: CrossEncoder, path: Path) -> None:
    """Write the network to a file; the tokenizer is the encoder's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    model.eval()
    example = tuple(torch.ones(2, 9, dtype=torch.long) for _ in INPUTS)
    with tempfile.TemporaryDirectory() as place:
        full = Path(place) / "whole.onnx"
        torch.onnx.export(
            model, example, str(full), input_names=INPUTS, output_names=["logits"], opset_version=17, dynamo=False,
            dynamic_axes={name: {0: "pairs", 1: "pieces"} for name in INPUTS} | {"logits": {0: "pairs"}},
        )  # fmt: skip
        quantize_dynamic(full, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    lighten(path, ("logits",))


def averaged(states: list[dict[str, torch.Tensor]], shares: list[float]) -> dict[str, torch.Tensor]:
    """The weights of several runs, each by its share of the sum."""
    if len(states) != len(shares) or sum(shares) <= 0:
        raise ValueError(f"{len(states)} runs have {len(shares)} shares: give each run one")
    return {
        name: sum(
            (share / sum(shares) * state[name] for state, share in zip(states, shares, strict=True)), torch.zeros(())
        )
        for name in states[0]
    }


def state_of(run: Path) -> dict[str, torch.Tensor]:
    """The weights of a run, finished or as its checkpoint stands, or of the ONNX file that ships."""
    if run.suffix == ".onnx":
        return shipped_state(run)
    final = run / "final.pt"
    state = torch.load(final if final.exists() else run / "checkpoint.pt", weights_only=False)
    found: dict[str, torch.Tensor] = state.get("averaged", state)
    return found


def main() -> None:
    """Export runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=Path, nargs="+", required=True)
    parser.add_argument("--shares", type=float, nargs="+", default=[1.0])
    parser.add_argument("--model", choices=SHIPPED, default="entailment")
    parser.add_argument("--to", type=Path, help="a folder other than the package's")
    given = parser.parse_args()
    shipped = SHIPPED[given.model]
    model = CrossEncoder(labels=len(shipped.LABELS))
    model.load_state_dict(averaged([state_of(run) for run in given.runs], given.shares))
    export(model, (given.to or MODELS / given.model) / shipped.WEIGHTS)


if __name__ == "__main__":
    main()
