package dev.arenabench.frontend;

import dev.arenabench.syntax.TreeBuilder;

/// Builds nothing: for tests of the front end alone.
enum NoTree implements TreeBuilder {
  INSTANCE;

  @Override
  public void begin(int sourceBytes) {}

  @Override
  public void leaf(int kind, int position) {}

  @Override
  public void symbol(int kind, int position, int symbol) {}

  @Override
  public void number(int kind, int position, long bits) {}

  @Override
  public void wrap(int kind, int position, int symbol) {}

  @Override
  public void node(int kind, int position, int childCount) {}
}
