"""A network's weights come back from the integers it is shipped as, by the names of its parameters."""

from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
onnx = pytest.importorskip("onnx", reason="training alone needs it")
torch = pytest.importorskip("torch", reason="training alone needs it")

WEIGHTS = np.array([[0.5, -1.0, 0.25], [0.0, 0.75, -0.5]], dtype=np.float32)
"""Of a linear layer as PyTorch holds it: output × input."""


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """An int8 file with one linear layer, one embedding and one bias."""
    from onnx import TensorProto, helper, numpy_helper

    scale, zero = np.float32(1 / 127), np.uint8(128)

    def quantized(name: str, value: np.ndarray) -> list[onnx.TensorProto]:
        integers = (np.round(value / scale) + zero).astype(np.uint8)
        parts = {"quantized": integers, "scale": np.array(scale), "zero_point": np.array(zero)}
        return [numpy_helper.from_array(part, f"{name}_{what}") for what, part in parts.items()]

    told = [
        *quantized("onnx::MatMul_7", WEIGHTS.T),
        *quantized("words.weight", WEIGHTS),
        numpy_helper.from_array(np.array([0.5, 0.25], dtype=np.float32), "head.dense.bias"),
    ]
    linear = helper.make_node(
        "MatMulInteger", ["x", "onnx::MatMul_7_quantized"], ["y"], name="/head/dense/MatMul_quant"
    )
    wanted = [helper.make_tensor_value_info("x", TensorProto.UINT8, [1, 3])]
    given = [helper.make_tensor_value_info("y", TensorProto.INT32, [1, 2])]
    path = tmp_path / "model.onnx"
    onnx.save(helper.make_model(helper.make_graph([linear], "shipped", wanted, given, told)), str(path))
    return path


def test_integers_times_their_scales_are_the_weights(shipped: Path) -> None:
    from training.shipped import shipped_state

    state = shipped_state(shipped)
    assert set(state) == {"head.dense.weight", "head.dense.bias", "words.weight"}
    assert torch.allclose(state["head.dense.weight"], torch.from_numpy(WEIGHTS), atol=1 / 127)
    assert torch.allclose(state["words.weight"], torch.from_numpy(WEIGHTS), atol=1 / 127)
    assert torch.equal(state["head.dense.bias"], torch.tensor([0.5, 0.25]))


def test_the_encoder_that_ships_comes_back_whole():
    from training.bert import SMALL
    from training.losses import Learner
    from training.shipped import shipped_encoder

    state, learner = shipped_encoder(Path("src/onrecord/models/encoder")), Learner(SMALL).state_dict()
    lacking = {name for name in learner.keys() - state.keys() if "forbidden" not in name}
    assert all("mentions" in name for name in lacking)
    assert all(state[name].shape == learner[name].shape for name in state)
    assert torch.softmax(state["model.spans.mix"], 0).sum().item() == pytest.approx(1.0)
