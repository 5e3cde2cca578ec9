"""The shipped network's weights as a training run starts from them: the integers times their scales.

What training had of finer steps is lost, which costs nothing that a few batches don't bring back.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

LINEAR = "MatMulInteger"


def shipped_state(path: Path) -> dict[str, Tensor]:
    """The state of the module that was exported to this int8 file, by the names of its parameters.

    Matrices stand in ONNX as input × output, and in PyTorch the other way round.
    """
    graph = onnx.load(str(path)).graph
    told = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    state = {name: value for name, value in told.items() if name.endswith((".weight", ".bias")) and "::" not in name}
    for name in told:
        if name.endswith(".weight_quantized"):
            whole = name.removesuffix("_quantized")
            state[whole] = _floats(told, whole)
    for node in graph.node:
        if node.op_type == LINEAR:
            module = node.name.removeprefix("/").rpartition("/")[0].replace("/", ".")
            state[f"{module}.weight"] = _floats(told, node.input[1].removesuffix("_quantized")).T
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in state.items()}


def _floats(told: dict[str, np.ndarray], name: str) -> np.ndarray:
    whole, scale, zero = (told[f"{name}_{part}"] for part in ("quantized", "scale", "zero_point"))
    return (whole.astype(np.float32) - zero.astype(np.float32)) * scale
