package dev.arenabench.harness.statistics;

/// A verdict with everything it rests on.
///
/// @param estimate the median with its 95 % interval (or what the units reach), as measured: not
///   mirrored for metrics where higher is better
/// @param equivalence the median with its 90 % interval, the one that decides «same»
/// @param pValue two-sided, of «no difference»
/// @param adjustedPValue the same among all rows that were asked together; `pValue` for a row alone
/// @param margin what the estimate had to pass
public record Judgement(
    Verdict verdict,
    Reason reason,
    Estimate estimate,
    Estimate equivalence,
    double pValue,
    double adjustedPValue,
    Margin margin) {
  public Judgement {
    if (!(0 <= pValue && pValue <= adjustedPValue && adjustedPValue <= 1)) {
      throw new IllegalArgumentException(
          "not a p value and its adjustment: pValue=%s, adjustedPValue=%s"
              .formatted(pValue, adjustedPValue));
    }
  }

  Judgement among(double adjusted) {
    boolean withdrawn = reason == Reason.TESTED && adjusted > Verdicts.FAMILY_LEVEL;
    return new Judgement(
        withdrawn ? Verdict.INCONCLUSIVE : verdict,
        withdrawn ? Reason.MANY_QUESTIONS : reason,
        estimate,
        equivalence,
        pValue,
        adjusted,
        margin);
  }
}
