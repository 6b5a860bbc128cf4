package dev.arenabench.harness.contender;

/// What all contenders' passes share: the results that they fill.
abstract class AccountedPasses<T> implements Passes<T> {
  final PassResults results;

  AccountedPasses(PassResults results) {
    this.results = results;
  }

  @Override
  public final void begin() {
    results.begin();
  }

  @Override
  public final long answer() {
    return results.answer();
  }
}
