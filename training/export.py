"""Write what the package ships from a finished run: the network as int8 ONNX, the tokenizer, the decoding tables.

PYTHONPATH=src python -m training.export --run /tmp/encoder --to src/onrecord/models/encoder
"""

import argparse
import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.encoder import THRESHOLDS, Learner, package_folder, tables_of, tokenizer_of
from training.graph import lighten

INPUTS, OUTPUTS = ["ids", "cases", "quotes", "mask"], ["spans", "names", "mentions", "links"]


def export(learner: Learner, folder: Path, thresholds: dict[str, float], *, reduce_range: bool = True) -> None:
    """Write `encoder.int8.onnx`, `tokenizer.json` and `decoding.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    learner.eval()
    example = tuple(torch.ones(2, 9, dtype=torch.long) for _ in INPUTS)
    with tempfile.TemporaryDirectory() as place:
        full = Path(place) / "encoder.onnx"
        torch.onnx.export(
            learner.model, example, str(full), input_names=INPUTS, output_names=OUTPUTS, opset_version=17, dynamo=False,
            dynamic_axes={name: {0: "windows", 1: "pieces"} for name in INPUTS + OUTPUTS},
        )  # fmt: skip
        quantize_dynamic(
            full, folder / "encoder.int8.onnx", per_channel=True, reduce_range=reduce_range, weight_type=QuantType.QInt8
        )
    lighten(folder / "encoder.int8.onnx")
    tokenizer_of(package_folder()).save(str(folder / "tokenizer.json"), pretty=False)
    tables = {name: _short(value) for name, value in tables_of(learner, thresholds).items()}
    (folder / "decoding.json").write_text(json.dumps(tables) + "\n", encoding="utf-8")


def _short(value: object) -> object:
    if isinstance(value, list):
        return [_short(one) for one in value]
    return round(value, 4) if isinstance(value, float) else value


def averaged_weights(path: Path) -> dict[str, torch.Tensor]:
    """The moving average of a run's weights, as it ended or as a checkpoint has it."""
    state = torch.load(path, weights_only=False)
    averaged: dict[str, torch.Tensor] = state.get("averaged", state)
    return averaged


def main() -> None:
    """Export a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path("src/onrecord/models/encoder"))
    parser.add_argument("--thresholds", type=Path, help="JSON written by training.tuning")
    parser.add_argument("--blend", type=Path, nargs="*", default=[], help="earlier checkpoints to take the mean with")
    given = parser.parse_args()
    final = given.run / "final.pt"
    states = [
        averaged_weights(path) for path in (final if final.exists() else given.run / "checkpoint.pt", *given.blend)
    ]
    learner = Learner()
    learner.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    tuned = json.loads(given.thresholds.read_text()) if given.thresholds else {}
    export(learner, given.to, THRESHOLDS | tuned)


if __name__ == "__main__":
    main()
