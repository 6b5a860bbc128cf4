package dev.arenabench.harness.report;

import dev.arenabench.harness.outcome.Cost;
import dev.arenabench.harness.statistics.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers as text: no more digits than the interval supports, a point for decimals, commas between
/// thousands, the unit always there.
final class Figures {
  /// Narrow no-break space would be finer, but a terminal shows a box for it.
  private static final String SPACE = " ";

  private static final MathContext TWO_DIGITS = new MathContext(2);

  static final String INFINITE = "∞";

  private Figures() {}

  /// `1.13× (1.11–1.15)`; a star where the interval has less than 95 %; `1.1×` where one unit has
  /// no interval at all.
  static String ratio(Estimate ratio) {
    return point(ratio) + (ratio.confidence() == 0 ? "" : SPACE + interval(ratio));
  }

  /// `1.13×`
  static String point(Estimate ratio) {
    return number(ratio.ratio(), decimals(ratio)) + "×";
  }

  /// `1.1×`: two significant digits, for the ends of a range.
  static String roughly(Estimate ratio) {
    return roughly(ratio.ratio());
  }

  /// `1.1×`, `130×`: two significant digits, for a ratio that has no interval.
  static String roughly(double ratio) {
    double rounded = new BigDecimal(ratio).round(TWO_DIGITS).doubleValue();
    return number(rounded, significant(rounded, 2)) + "×";
  }

  /// `(1.11–1.15)`, with a star where the interval has less than 95 %.
  static String interval(Estimate ratio) {
    if (ratio.confidence() == 0) {
      return "no interval";
    }
    int decimals = decimals(ratio);
    return "("
        + number(ratio.lowerRatio(), decimals)
        + "–"
        + number(ratio.upperRatio(), decimals)
        + ")"
        + (isShort(ratio) ? "*" : "");
  }

  /// Whether there are too few units for an interval of 95 %.
  static boolean isShort(Estimate ratio) {
    return ratio.confidence() < 0.95;
  }

  /// `95 %`, `94 %`: what an interval has; never more than is asked for.
  static String confidence(Estimate estimate) {
    double percent = Math.min(95, 100 * estimate.confidence());
    return number(percent, 0) + SPACE + "%";
  }

  /// The last decimal is the first in which the interval is wider than one; two significant digits
  /// for a ratio without an interval.
  private static int decimals(Estimate ratio) {
    double half = (ratio.upperRatio() - ratio.lowerRatio()) / 2;
    return half == 0 ? significant(ratio.ratio(), 2) : decimalsFor(half);
  }

  private static int decimalsFor(double resolution) {
    return clamp((int) Math.ceil(-Math.log10(resolution)));
  }

  /// Decimals that show `digits` significant digits.
  private static int significant(double value, int digits) {
    if (value == 0) {
      return 0;
    }
    return clamp(digits - 1 - (int) Math.floor(Math.log10(Math.abs(value))));
  }

  private static int clamp(int decimals) {
    return Math.max(0, Math.min(3, decimals));
  }

  /// An exact ratio: three significant digits, `∞` where there is nothing left to divide by.
  static String exactRatio(double ratio) {
    return Double.isInfinite(ratio) ? INFINITE : number(ratio, significant(ratio, 3)) + "×";
  }

  /// An exact figure with its unit.
  static String exact(double value, String unit) {
    return bare(value) + SPACE + (value == 1 && unit.equals("objects") ? "object" : unit);
  }

  /// An exact figure, whose unit follows: whole numbers in full, others to three significant
  /// digits.
  static String bare(double value) {
    return number(value, value == Math.rint(value) ? 0 : significant(value, 3));
  }

  /// A duration, one `of`th of a pass, to the digits that its spread over forks supports: `5.2
  /// ns/B`, `12 µs/tree`.
  static String duration(Cost cost, double nanos, String of) {
    Scaled scaled = Scaled.of(nanos);
    int decimals = absoluteDecimals(cost, scaled.value);
    return number(scaled.value, decimals) + SPACE + scaled.unit + "/" + of;
  }

  /// A duration that has no interval.
  static String duration(double nanos, int digits) {
    Scaled scaled = Scaled.of(nanos);
    return number(scaled.value, significant(scaled.value, digits)) + SPACE + scaled.unit;
  }

  private record Scaled(double value, String unit) {
    static Scaled of(double nanos) {
      if (nanos >= 1e9) {
        return new Scaled(nanos / 1e9, "s");
      }
      if (nanos >= 1e6) {
        return new Scaled(nanos / 1e6, "ms");
      }
      return nanos >= 1e3 ? new Scaled(nanos / 1e3, "µs") : new Scaled(nanos, "ns");
    }
  }

  /// `210 MB/s`
  static String speed(Cost cost, double megabytesPerSecond) {
    return number(megabytesPerSecond, absoluteDecimals(cost, megabytesPerSecond)) + SPACE + "MB/s";
  }

  private static int absoluteDecimals(Cost cost, double value) {
    double half = value * cost.logNanos().halfWidth();
    int supported = half == 0 ? significant(value, 2) : decimalsFor(half);
    // A quiet machine may promise five digits; forks elsewhere would not agree on the third.
    return Math.max(significant(value, 2), Math.min(supported, significant(value, 3)));
  }

  /// `1.7 %`
  static String percent(double fraction) {
    double percent = 100 * fraction;
    return number(percent, significant(percent, 2)) + SPACE + "%";
  }

  /// `94.2 KB`: a size for people, in powers of ten.
  static String size(long bytes) {
    if (bytes < 1_000) {
      return bytes + SPACE + "B";
    }
    if (bytes < 1_000_000) {
      return number(bytes / 1e3, significant(bytes / 1e3, 3)) + SPACE + "KB";
    }
    return number(bytes / 1e6, significant(bytes / 1e6, 3)) + SPACE + "MB";
  }

  /// `1,234` things.
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// `8 forks`, `1 fork`.
  static String count(long count, String singular) {
    return count(count) + SPACE + singular + (count == 1 ? "" : "s");
  }

  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
