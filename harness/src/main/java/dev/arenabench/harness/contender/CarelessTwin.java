package dev.arenabench.harness.contender;

import dev.arenabench.heap.careless.CarelessNode;
import dev.arenabench.heap.careless.CarelessTree;
import dev.arenabench.heap.careless.CarelessTreeBuilder;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.TreeBuilder;

/// Objects as they are often written. Giving back is forgetting.
final class CarelessTwin implements Twin<CarelessNode> {
  private final Interner interner;
  private final CarelessTreeBuilder builder;

  CarelessTwin(Interner interner) {
    this.interner = interner;
    builder = new CarelessTreeBuilder(interner);
  }

  @Override
  public TreeBuilder builder(int sourceBytes) {
    return builder;
  }

  @Override
  public CarelessNode tree() {
    return builder.tree();
  }

  @Override
  public Object keep(CarelessNode tree) {
    return tree;
  }

  @Override
  public void release(CarelessNode tree) {}

  @Override
  public CarelessNode keepBeside(CarelessNode tree) {
    return tree;
  }

  @Override
  public int blockPosition(CarelessNode tree) {
    return ((CarelessNode.Branch) tree).children().getFirst().position();
  }

  @Override
  public Passes<CarelessNode> passes() {
    return new Walk(new PassResults(interner));
  }

  /// It is a control of building; of the passes it has only the count.
  private static final class Walk extends AccountedPasses<CarelessNode> {
    Walk(PassResults results) {
      super(results);
    }

    @Override
    public void countScan(CarelessNode tree) {
      count(tree);
    }

    @Override
    public void count(CarelessNode tree) {
      CarelessTree.count(tree, results.census());
    }

    @Override
    public void calls(CarelessNode tree) {
      throw missing("calls");
    }

    @Override
    public void resolve(CarelessNode tree) {
      throw missing("resolve");
    }

    @Override
    public void print(CarelessNode tree) {
      throw missing("print");
    }

    private static UnsupportedOperationException missing(String pass) {
      return new UnsupportedOperationException("contender=heap-careless has no pass " + pass);
    }
  }
}
