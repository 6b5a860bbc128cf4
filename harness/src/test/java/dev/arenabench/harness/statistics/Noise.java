package dev.arenabench.harness.statistics;

import java.util.SplittableRandom;

/// Noise with median 0, as machines make it.
enum Noise {
  NORMAL {
    @Override
    double draw(SplittableRandom random) {
      return random.nextGaussian();
    }
  },
  /// A long right tail.
  SKEWED {
    @Override
    double draw(SplittableRandom random) {
      return Math.exp(random.nextGaussian()) - 1;
    }
  },
  /// One value in ten from a neighbour's bad minute.
  CONTAMINATED {
    @Override
    double draw(SplittableRandom random) {
      return random.nextGaussian() * (random.nextInt(10) == 0 ? 6 : 1);
    }
  };

  abstract double draw(SplittableRandom random);

  /// `count` values about `centre`.
  double[] sample(int count, double centre, double scale, SplittableRandom random) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = centre + scale * draw(random);
    }
    return values;
  }
}
