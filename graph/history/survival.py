"""How long something lasts when for some we only know that it has lasted until now.

References
----------
Kaplan & Meier (1958), Nonparametric estimation from incomplete observations. J. Am. Stat. Assoc. 53, 457-481.
Greenwood (1926), for the standard error; the band is taken on the logarithm, as R's ``survfit`` does.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

_BAND = 1.959963984540054  # standard errors on each side of 95 of 100 cases


def kaplan_meier(durations: ArrayLike, ended: ArrayLike) -> pd.DataFrame:
    """Estimate the share of those that last longer than each duration.

    Parameters
    ----------
    durations
        How long each was observed, in any unit from 0 upwards.
    ended
        Whether it ended then; else it was still lasting when the observation stopped.

    Returns
    -------
    pd.DataFrame
        One row for each different duration, rising: ``time``; ``at_risk``, number that lasted at least as long;
        ``ended`` and ``censored`` at that time; ``survival``, estimated share that lasts longer; its standard error
        ``error``; ``low`` and ``high``, the bounds of its 95 % band, NaN where nothing lasts.

    Examples
    --------
    >>> kaplan_meier([1, 2, 2, 3], [True, True, False, True])["survival"].tolist()
    [0.75, 0.5, 0.0]
    """
    lasted, over = np.asarray(durations, dtype=float), np.asarray(ended, dtype=bool)
    times, of = np.unique(lasted, return_inverse=True)
    ends = np.bincount(of[over], minlength=len(times))
    others = np.bincount(of[~over], minlength=len(times))
    at_risk = len(lasted) - np.concatenate([[0], np.cumsum(ends + others)])[: len(times)]
    survival = np.cumprod(1 - ends / at_risk)
    with np.errstate(divide="ignore", invalid="ignore"):
        relative = np.sqrt(np.cumsum(ends / (at_risk * (at_risk - ends))))
        low, high = survival * np.exp(-_BAND * relative), np.minimum(survival * np.exp(_BAND * relative), 1.0)
        error = survival * relative
    return pd.DataFrame(
        {
            "time": times,
            "at_risk": at_risk,
            "ended": ends,
            "censored": others,
            "survival": survival,
            "error": error,
            "low": low,
            "high": high,
        }
    )


def at_times(table: pd.DataFrame, times: ArrayLike) -> pd.DataFrame:
    """Read an estimate at chosen times.

    Parameters
    ----------
    table
        From `kaplan_meier`.
    times
        In the unit of its durations.

    Returns
    -------
    pd.DataFrame
        One row for each time: ``at_risk``, number observed for at least as long and not ended before; ``ended`` up to
        and at that time; ``survival, low, high`` as after that time.
    """
    wanted = np.asarray(times, dtype=float)
    before = np.searchsorted(table["time"], wanted, side="left")
    after = np.searchsorted(table["time"], wanted, side="right")
    at_risk = np.append(table["at_risk"].to_numpy(), 0)
    ended = np.concatenate([[0], np.cumsum(table["ended"])])
    estimate = {
        name: np.concatenate([[1.0], table[name]])[after] if len(table) else np.full(len(wanted), np.nan)
        for name in ("survival", "low", "high")
    }
    return pd.DataFrame({"at_risk": at_risk[before], "ended": ended[after], **estimate})
