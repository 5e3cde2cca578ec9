"""The shipped network's weights as a training run starts from them: the integers times their scales.

What training had of finer steps is lost, which costs nothing that a few batches don't bring back.
"""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.bert import LAYERS

LINEAR = "MatMulInteger"
NEVER = -5000.0
"""Moves between tags that are held for less likely are forbidden ones."""


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


def shipped_encoder(folder: Path) -> dict[str, Tensor]:
    """The state of a learner of the encoder from what the package ships of it, but for the head of nominal mentions.

    Exporting left the logarithms of the heads' mixes as shares, unnamed, in the order of the heads.
    """
    path = folder / "encoder.int8.onnx"
    state = {f"model.{name}": value for name, value in shipped_state(path).items()}
    graph = onnx.load(str(path)).graph
    told = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    state["model.kind"] = torch.from_numpy(np.array(told["kind"], dtype=np.float32))
    mixes = [
        told[name]
        for node in graph.node
        for name in node.input
        if node.op_type == "MatMul" and name in told and told[name].shape == (LAYERS + 1,)
    ]
    for head, mix in zip(("spans", "names", "links"), mixes, strict=True):
        state[f"model.{head}.mix"] = torch.from_numpy(np.log(np.maximum(mix, 1e-9)).astype(np.float32))
    tables = json.loads((folder / "decoding.json").read_text(encoding="utf-8"))
    for name in ("source_distance", "content_distance", "content_rank"):
        state[f"model.{name}"] = torch.tensor(tables[name])
    for name, module in (("span_moves", "model.crf"), ("name_moves", "name_crf")):
        moves = torch.tensor(tables[name])
        state[f"{module}.transitions"] = torch.where(moves > NEVER, moves, 0.0)
    return state


def _floats(told: dict[str, np.ndarray], name: str) -> np.ndarray:
    whole, scale, zero = (told[f"{name}_{part}"] for part in ("quantized", "scale", "zero_point"))
    return (whole.astype(np.float32) - zero.astype(np.float32)) * scale
