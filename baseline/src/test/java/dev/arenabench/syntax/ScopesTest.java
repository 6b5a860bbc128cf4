package dev.arenabench.syntax;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Driven by hand; which programs are right and wrong is asked in [TreeContract].
class ScopesTest {
  private static final int MANY = 1_000;

  private final Interner interner = new Interner();
  private final Scopes scopes = new Scopes();

  /// A program's names are known before it is resolved.
  @BeforeEach
  void internNames() {
    for (String name : List.of("x", "y", "after", "free")) {
      symbol(name);
    }
    for (String prefix : List.of("l", "p", "v", "w")) {
      for (int i = 0; i < MANY; i++) {
        symbol(prefix + i);
      }
    }
  }

  private int symbol(String name) {
    byte[] bytes = name.getBytes(US_ASCII);
    return interner.intern(bytes, 0, bytes.length);
  }

  private void start() {
    scopes.begin(interner);
    scopes.enterFunction(true, 0);
  }

  private void assertUses(int local, int upvalue, int global) {
    assertEquals(local, scopes.localUses(), "local");
    assertEquals(upvalue, scopes.upvalueUses(), "upvalue");
    assertEquals(global, scopes.globalUses(), "global");
  }

  @Test
  void begin_afterUnfinishedProgram_forgetsIt() {
    int x = symbol("x");
    start();
    scopes.enterBlock(true);
    scopes.declare(Kind.CONST_NAME, x, 0);
    scopes.label(x, 1, false);
    scopes.gotoAt(symbol("y"), 2);
    scopes.enterFunction(false, 3);
    scopes.assign(x, 4);
    assertNotNull(scopes.diagnostic());

    start();
    scopes.use(x);
    scopes.label(x, 1, false);
    scopes.gotoAt(x, 2);
    scopes.leaveFunction();
    assertUses(0, 0, 1);
    assertNull(scopes.diagnostic());

    start();
    scopes.breakAt(5);
    assertEquals(new Diagnostic(5, "break outside loop", -1), scopes.diagnostic());
  }

  @Test
  void begin_grownInterner_hasRoom() {
    start();
    scopes.leaveFunction();
    int last = 0;
    for (int i = 0; i < 10 * MANY; i++) {
      last = symbol("name" + i);
    }
    start();
    scopes.declare(Kind.LOCAL_NAME, last, 0);
    scopes.use(last);
    scopes.leaveFunction();
    assertUses(1, 0, 0);
  }

  @Test
  void begin_otherInterner_findsSelfAnew() {
    symbol("shifts");
    start();
    scopes.leaveFunction();

    Interner other = new Interner();
    int self = other.intern("self".getBytes(US_ASCII), 0, 4);
    scopes.begin(other);
    scopes.enterFunction(true, 0);
    scopes.enterFunction(false, 0);
    scopes.declareSelf(0);
    scopes.use(self);
    scopes.leaveFunction();
    scopes.use(self);
    scopes.leaveFunction();
    assertUses(1, 0, 1);
  }

  @Test
  void leaveBlock_shadowedTwice_restoresInOrder() {
    int x = symbol("x");
    start();
    scopes.declare(Kind.CONST_NAME, x, 0);
    scopes.enterBlock(false);
    scopes.declare(Kind.LOCAL_NAME, x, 1);
    scopes.declare(Kind.LOCAL_NAME, x, 2);
    scopes.assign(x, 3);
    scopes.leaveBlock();
    assertNull(scopes.diagnostic());
    scopes.assign(x, 4);
    scopes.leaveFunction();
    assertEquals(
        new Diagnostic(4, "attempt to assign to const variable 'x'", -1), scopes.diagnostic());
  }

  @Test
  void diagnostic_severalFindings_isTheOneThatComesFirst() {
    start();
    scopes.enterFunction(false, 0);
    scopes.vararg(9);
    scopes.vararg(5);
    scopes.breakAt(7);
    scopes.leaveFunction();
    Diagnostic found = scopes.diagnostic();
    assertNotNull(found);
    assertEquals(5, found.position());
  }

  @Test
  void capture_siblingsInAnyOrder_countEachForItself() {
    int variables = 200;
    for (int order = 0; order < 2; order++) {
      start();
      for (int i = 0; i < variables; i++) {
        scopes.declare(Kind.LOCAL_NAME, symbol("v" + i), i);
      }
      scopes.enterFunction(false, 1_000);
      for (int i = 0; i < variables; i++) {
        scopes.declare(Kind.LOCAL_NAME, symbol("w" + i), i);
      }
      for (int sibling = 0; sibling < 3; sibling++) {
        // 200 + 55, and `_ENV` in one of them: that one has too many.
        boolean tooMany = sibling == (order == 0 ? 0 : 2);
        scopes.enterFunction(false, tooMany ? 3_000 : 2_000);
        for (int i = 0; i < variables; i++) {
          scopes.use(symbol("v" + i));
        }
        for (int i = 0; i < Scopes.MAX_UPVALUES - variables; i++) {
          scopes.use(symbol("w" + i));
        }
        if (tooMany) {
          scopes.use(symbol("free"));
        }
        scopes.leaveFunction();
      }
      scopes.leaveFunction();
      scopes.leaveFunction();
      assertEquals(
          new Diagnostic(3_000, "too many upvalues (limit is 255) in function", 3_000),
          scopes.diagnostic(),
          "order=" + order);
    }
  }

  @Test
  void program_largerThanTheTables_isResolved() {
    for (int round = 0; round < 2; round++) {
      start();
      for (int i = 0; i < MANY; i++) {
        scopes.enterBlock(false);
        scopes.label(symbol("l" + i), i, false);
        scopes.gotoAt(symbol("after"), i);
      }
      for (int i = 0; i < MANY; i++) {
        scopes.gotoAt(symbol("l" + (MANY - 1 - i)), i);
        scopes.leaveBlock();
      }
      scopes.label(symbol("after"), MANY, true);
      for (int i = 0; i < MANY; i++) {
        scopes.enterFunction(false, i);
        scopes.declare(Kind.PARAMETER, symbol("p" + i), i);
      }
      scopes.use(symbol("p0"));
      for (int i = 0; i < MANY; i++) {
        scopes.leaveFunction();
      }
      scopes.leaveFunction();
      assertNull(scopes.diagnostic());
      assertUses(0, 1, 0);
    }
  }

  @Test
  void scopes_reused_allocateNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int[] names = new int[MANY];
    for (int i = 0; i < MANY; i++) {
      names[i] = symbol("n" + i);
    }
    long allocatedBytes = Long.MAX_VALUE;
    for (int round = 0; round < 10; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      start();
      for (int name : names) {
        scopes.enterFunction(false, 0);
        scopes.declare(Kind.PARAMETER, name, 0);
        scopes.gotoAt(name, 1);
        scopes.label(name, 2, true);
        scopes.use(names[0]);
      }
      for (int i = 0; i < MANY; i++) {
        scopes.leaveFunction();
      }
      scopes.leaveFunction();
      allocatedBytes = Math.min(allocatedBytes, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertNull(scopes.diagnostic());
    assertEquals(0, allocatedBytes);
  }
}
