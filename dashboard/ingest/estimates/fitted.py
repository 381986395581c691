"""How far the estimated months lie from the published figures."""

from dashboard.ingest import residuals
from dashboard.ingest.estimates.months import Estimated, EstimatedMonths
from dashboard.ingest.panel import Array
from dashboard.ingest.residuals import Fit, Residuals


def residuals_of(months: EstimatedMonths) -> Residuals:
    """The residuals of the days as stored, held to what is promised (docs/methods.md 9.2).

    Raises:
        ModelDidNotConverge: a residual exceeds what is promised.
    """
    somatic, psychiatric = months.somatic, months.psychiatric
    return Residuals(
        over=_fit(months.over, somatic.over_days),
        out=_fit(months.out, somatic.out_days),
        psychiatric_over=_fit(months.psychiatric_over, psychiatric.over_days),
        somatic_beds=residuals.mean_beds(somatic.bed_days),
        psychiatric_beds=residuals.mean_beds(psychiatric.bed_days),
        occupancy=residuals.national(100 * somatic.patient_days, somatic.bed_days),
    )


def _fit(estimated: Estimated, days: Array) -> Fit:
    fit = residuals.fit(estimated.series, days, estimated.problem.beds, iterations=estimated.rounds)
    residuals.require(estimated.series, fit)
    return fit
