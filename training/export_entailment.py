"""Write what the package ships from a finished run of the cross-encoder: the network as int8 ONNX.

PYTHONPATH=src python -m training.export_entailment --run RUN --to src/onrecord/models/entailment
"""

import argparse
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.language.entailment import WEIGHTS
from training.cross_encoder import CrossEncoder
from training.graph import lighten

INPUTS = ["ids", "kinds", "mask"]


def export(model: CrossEncoder, folder: Path) -> None:
    """Write `entailment.int8.onnx`; the tokenizer is the encoder's."""
    folder.mkdir(parents=True, exist_ok=True)
    model.eval()
    example = tuple(torch.ones(2, 9, dtype=torch.long) for _ in INPUTS)
    with tempfile.TemporaryDirectory() as place:
        full = Path(place) / "entailment.onnx"
        torch.onnx.export(
            model, example, str(full), input_names=INPUTS, output_names=["logits"], opset_version=17, dynamo=False,
            dynamic_axes={name: {0: "pairs", 1: "pieces"} for name in INPUTS} | {"logits": {0: "pairs"}},
        )  # fmt: skip
        quantize_dynamic(full, folder / WEIGHTS, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    lighten(folder / WEIGHTS, ("logits",))


def main() -> None:
    """Export a run, finished or as its checkpoint stands."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path("src/onrecord/models/entailment"))
    given = parser.parse_args()
    final = given.run / "final.pt"
    state = torch.load(final if final.exists() else given.run / "checkpoint.pt", weights_only=False)
    model = CrossEncoder()
    model.load_state_dict(state.get("averaged", state))
    export(model, given.to)


if __name__ == "__main__":
    main()
