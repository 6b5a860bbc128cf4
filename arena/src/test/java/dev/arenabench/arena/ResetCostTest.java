package dev.arenabench.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a reset does is independent of what was used.
class ResetCostTest {
  private static final String PACKAGE = "dev/arenabench/arena/";

  /// What a reset calls that is not part of it: the loop that gives slabs back, and checked mode.
  private static final Set<String> PAID_ELSEWHERE =
      Set.of("drop", "poison", "checkThread", "leave", "tellIfPassed");

  /// Ten kilobytes or ten megabytes: as long as the slabs may be kept, the reset keeps each of them
  /// and touches no word.
  @ParameterizedTest
  @EnumSource
  void reset_anyUse_keepsSlabsAndTouchesNoWord(Memory memory) {
    for (int words : new int[] {10 << 7, 10 << 17}) {
      try (Arena arena =
          memory == Memory.ON_HEAP ? Arena.create() : Arena.offHeap(ArenaOptions.DEFAULT)) {
        int[] handles = fill(arena, words);
        long capacityBytes = arena.capacityBytes();
        int slabCount = arena.slabCount();
        assertTrue(capacityBytes >= words * 8L);
        arena.reset();
        assertEquals(capacityBytes, arena.capacityBytes());
        assertEquals(slabCount, arena.slabCount());
        assertEquals(0, arena.usedBytes());
        if (!Checks.ON) {
          for (int i = 0; i < handles.length; i++) {
            assertEquals(i, arena.read(handles[i]));
          }
        }
      }
    }
  }

  private static int[] fill(Arena arena, int words) {
    int[] handles = new int[words / 16];
    for (int i = 0; i < handles.length; i++) {
      handles[i] = arena.allocate(16);
      arena.write(handles[i], i);
    }
    return handles;
  }

  /// And there is nothing in it that could depend on it: of the code that a reset runs, one method
  /// has one loop, the one that gives back slabs beyond the retention limit.
  @Test
  void reset_code_hasNoLoopButTheOneThatGivesSlabsBack() throws IOException {
    Set<String> loops = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    ArrayDeque<String> open = new ArrayDeque<>(List.of(PACKAGE + "Arena.reset"));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (!seen.add(name)) {
        continue;
      }
      int dot = name.lastIndexOf('.');
      for (MethodModel method : read(name.substring(0, dot)).methods()) {
        if (method.methodName().equalsString(name.substring(dot + 1))) {
          inspect(method, name, loops, open);
        }
      }
    }
    assertTrue(seen.contains(PACKAGE + "Arena.giveBack"), seen::toString);
    assertTrue(seen.contains(PACKAGE + "Region.forget"), seen::toString);
    assertTrue(seen.contains(PACKAGE + "NativeRegion.show"), seen::toString);
    assertEquals(Set.of(PACKAGE + "Arena.giveBack 1"), loops);
  }

  private static void inspect(
      MethodModel method, String name, Set<String> loops, ArrayDeque<String> open) {
    int backward = 0;
    Set<Label> passed = new HashSet<>();
    for (CodeElement element : method.code().map(code -> code.elementList()).orElse(List.of())) {
      switch (element) {
        case LabelTarget target -> passed.add(target.label());
        case BranchInstruction branch -> backward += passed.contains(branch.target()) ? 1 : 0;
        case InvokeInstruction call -> {
          String owner = call.owner().asInternalName();
          String called = call.name().stringValue();
          if (owner.startsWith(PACKAGE) && !PAID_ELSEWHERE.contains(called)) {
            open.add(owner + "." + called);
            if (owner.equals(PACKAGE + "Region")) { // And what overrides it.
              open.add(PACKAGE + "HeapRegion." + called);
              open.add(PACKAGE + "NativeRegion." + called);
            }
            if (owner.equals(PACKAGE + "Arena")) {
              open.add(PACKAGE + "HeapArena." + called);
              open.add(PACKAGE + "NativeArena." + called);
            }
          }
        }
        default -> {}
      }
    }
    if (backward > 0) {
      loops.add(name + " " + backward);
    }
  }

  private static ClassModel read(String type) throws IOException {
    try (InputStream bytes = Arena.class.getResourceAsStream("/" + type + ".class")) {
      if (bytes == null) {
        throw new IllegalArgumentException("class=" + type);
      }
      return ClassFile.of().parse(bytes.readAllBytes());
    }
  }

  /// The retention limit is each arena's own, in either memory.
  @ParameterizedTest
  @EnumSource
  void retain_limit_isKeptInEachMemory(Memory memory) {
    ArenaOptions options =
        ArenaOptions.DEFAULT
            .withCapacityBytes(512)
            .withSlabCapBytes(1024)
            .withRetainedBytes(3 * 1024);
    try (Arena arena = memory == Memory.ON_HEAP ? Arena.create(options) : Arena.offHeap(options)) {
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 1_000; i++) {
          arena.allocate(16);
        }
        assertTrue(arena.capacityBytes() >= 16_000 * 8);
        arena.reset();
        assertEquals(512 + 2 * 1024, arena.capacityBytes());
        assertEquals(3, arena.slabCount());
      }
    }
  }
}
