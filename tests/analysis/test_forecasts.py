"""A forecast could promise more than it holds, or be scored too kindly."""

import numpy as np
import pytest
from scipy.stats import norm

from ewdash.analysis import forecasts


def test_crps_of_one_draw_is_the_distance():
    assert forecasts.crps(np.array([[2.0]]), np.ones((1, 1)), np.array([5.0])) == pytest.approx([3.0])


def test_crps_of_many_normal_draws_is_the_closed_form():
    draws = norm.ppf((np.arange(2000) + 0.5) / 2000)[None, :]
    weights = np.full(draws.shape, 1 / draws.size)
    closed = 0.7 * (2 * norm.cdf(0.7) - 1) + 2 * norm.pdf(0.7) - 1 / np.sqrt(np.pi)  # Gneiting 2007
    assert forecasts.crps(draws, weights, np.array([0.7])) == pytest.approx([closed], abs=1e-3)


def test_weights_count_as_repeated_draws():
    weighted = forecasts.crps(np.array([[1.0, 4.0]]), np.array([[0.75, 0.25]]), np.array([2.0]))
    repeated = forecasts.crps(np.array([[1.0, 1.0, 1.0, 4.0]]), np.full((1, 4), 0.25), np.array([2.0]))
    assert weighted == pytest.approx(repeated)


def test_quantiles_follow_the_weights():
    draws, weights = np.array([[3.0, 1.0, 2.0]]), np.array([[0.1, 0.6, 0.3]])
    assert forecasts.quantiles(draws, weights, (0.5, 0.9, 0.95)).tolist() == [[1.0, 2.0, 3.0]]


def test_a_sure_zero_that_comes_lies_inside_with_the_share_of_the_band():
    zero = np.zeros((1, 4))
    even = np.full((1, 4), 0.25)
    assert forecasts.inside(zero, even, np.array([0.0]), share=0.5) == pytest.approx(0.5)
    assert forecasts.inside(zero, even, np.array([1.0]), share=0.9) == 0


def test_what_followed_is_taken_from_before_the_origin_only():
    rng = np.random.default_rng(1)
    deaths = rng.poisson(5, size=(300, 3)).astype(float)
    cases = np.array([200]), np.array([0])
    before = forecasts.alike_draws(deaths, *cases, horizon=3, public=200)
    later = deaths.copy()
    later[200 + 1 :] = 9999
    assert (forecasts.alike_draws(later, *cases, horizon=3, public=200) == before).all()


def test_the_pool_weighs_to_one_and_recent_months_more():
    draws, weights = forecasts.pooled(
        np.zeros((2, forecasts.RECENT_MONTHS)), np.ones((2, forecasts.NEIGHBOURS))
    )
    assert draws.shape == weights.shape
    assert weights.sum(axis=1) == pytest.approx([1, 1])
    assert weights[0, 0] == pytest.approx(2 * weights[0, forecasts.HALF_LIFE])
