package dev.arenabench.harness.contender;

import dev.arenabench.syntax.TreeBuilder;

/// The floor of `build`: takes every construct, and only adds up the positions, so that no call can
/// be left out by the compiler.
final class EmptyBuilder implements TreeBuilder {
  private long sum;

  /// The sum of all positions since construction.
  long sum() {
    return sum;
  }

  @Override
  public void begin(int sourceBytes) {}

  @Override
  public void leaf(int kind, int position) {
    sum += position;
  }

  @Override
  public void symbol(int kind, int position, int symbol) {
    sum += position;
  }

  @Override
  public void number(int kind, int position, long bits) {
    sum += position;
  }

  @Override
  public void wrap(int kind, int position, int symbol) {
    sum += position;
  }

  @Override
  public void node(int kind, int position, int childCount) {
    sum += position;
  }
}
