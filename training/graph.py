"""Make the exported network cheaper to run, weight for weight the same: attention as one operation, nothing unused.

The package reads one window or pair at a time, so there is no padding for a mask to hide. No layer reads the encoder's
head of nominal mentions, which is there for training alone. Attention is what ONNX Runtime's own kernel does best.

PYTHONPATH=src python -m training.graph src/onrecord/models/encoder/encoder.int8.onnx
"""

import argparse
from pathlib import Path

import onnx
from onnx import GraphProto, NodeProto, helper

from training.bert import ATTENTION_HEADS, HIDDEN, LAYERS

MICROSOFT = "com.microsoft"
OUTPUTS = ("spans", "names", "links")


def lighten(path: Path, outputs: tuple[str, ...] = OUTPUTS) -> None:
    """Rewrite an exported network in place, with these outputs and what they need."""
    model = onnx.load(str(path))
    for layer in range(LAYERS):
        _fuse_attention(model.graph, f"/layers.{layer}")
    _keep_only(model.graph, outputs)
    if all(imported.domain != MICROSOFT for imported in model.opset_import):
        model.opset_import.append(helper.make_opsetid(MICROSOFT, 1))
    onnx.save(model, str(path))


def _fuse_attention(graph: GraphProto, layer: str) -> None:
    """One operation from the projection to where the heads stand side by side again; scaled as PyTorch scales."""
    sizes = f"{layer}/projection sizes"
    graph.initializer.append(helper.make_tensor(sizes, onnx.TensorProto.INT64, [3], [HIDDEN] * 3))
    parts = [f"{layer}/{part}" for part in ("queries", "keys", "values")]
    joined = f"{layer}/Reshape_1"
    fused = [
        helper.make_node("Split", [f"{layer}/qkv/Add_output_0", sizes], parts, axis=2),
        helper.make_node(
            "MultiHeadAttention", parts, [f"{joined}_output_0"], domain=MICROSOFT, num_heads=ATTENTION_HEADS
        ),
    ]
    at = next(number for number, node in enumerate(graph.node) if node.name == joined)
    nodes = [*graph.node[:at], *fused, *graph.node[at + 1 :]]
    _replace(graph, nodes)


def _keep_only(graph: GraphProto, outputs: tuple[str, ...]) -> None:
    """Leave out all that the outputs do not need: nodes, weights, inputs."""
    needed, nodes = set(outputs), []
    for node in reversed(graph.node):
        if needed.intersection(node.output):
            needed.update(node.input)
            nodes.append(node)
    _replace(graph, nodes[::-1])
    for listed in (graph.initializer, graph.input):
        kept = [one for one in listed if one.name in needed]
        del listed[:]
        listed.extend(kept)
    kept_outputs = [output for output in graph.output if output.name in outputs]
    del graph.output[:]
    graph.output.extend(kept_outputs)


def _replace(graph: GraphProto, nodes: list[NodeProto]) -> None:
    del graph.node[:]
    graph.node.extend(nodes)


def main() -> None:
    """Rewrite the files named."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("networks", type=Path, nargs="+")
    for path in parser.parse_args().networks:
        lighten(path)


if __name__ == "__main__":
    main()
