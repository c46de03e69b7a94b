package io.tweestap.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// Rules on main code that need its structure. Each returns one sentence per breach.
final class CodeRules {
  static final int METHOD_LINES_MAX = 60;
  static final int PARAMETERS_MAX = 7;

  /// Calls that read the world around, and what to use instead.
  private static final Map<String, String> BANNED_CALLS =
      Map.ofEntries(
          Map.entry("Thread.sleep", "wait on a condition with a timeout, or use db-scheduler"),
          Map.entry("System.currentTimeMillis", "use the injected Clock"),
          Map.entry("Math.random", "use the injected SecureRandom"),
          Map.entry("ThreadLocalRandom.current", "use the injected SecureRandom"),
          Map.entry("UUID.randomUUID", "use Ids.next()"),
          Map.entry("Clock.systemUTC", "use the injected Clock"),
          Map.entry("Clock.systemDefaultZone", "use the injected Clock"),
          Map.entry("ZoneId.systemDefault", "use ZoneOffset.UTC"),
          Map.entry("Locale.getDefault", "use the recipient's language or Locale.ROOT"));

  private static final Pattern NOW = Pattern.compile("(\\w+\\.)*[A-Z]\\w+\\.now");
  private static final Pattern OLD_DOC = Pattern.compile("(?m)^\\s*/\\*\\*");
  private static final Set<String> RANDOMS = Set.of("Random", "SecureRandom");
  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Impl|Manager|Helper|Helpers|Util|Utils)");

  private CodeRules() {}

  static List<String> methodSize(ParsedFile file) {
    return new Rule(file) {
      @Override
      public @Nullable Void visitMethod(MethodTree method, @Nullable Void p) {
        long lines = file.lines(method);
        if (lines > METHOD_LINES_MAX) {
          add(method, "%s has %d lines: split it".formatted(method.getName(), lines));
        }
        return super.visitMethod(method, p);
      }
    }.found();
  }

  /// Records are left out: their components are data.
  static List<String> constructorSize(ParsedFile file) {
    return new Rule(file) {
      @Override
      public @Nullable Void visitMethod(MethodTree method, @Nullable Void p) {
        boolean record = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
        if (method.getReturnType() == null
            && !record
            && method.getParameters().size() > PARAMETERS_MAX) {
          add(method, "the constructor takes more than seven things: split the class");
        }
        return super.visitMethod(method, p);
      }
    }.found();
  }

  /// @param makesThem whether this file is one that makes the clock or the randomness
  static List<String> bannedCalls(ParsedFile file, boolean makesThem) {
    return new Rule(file) {
      @Override
      public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void p) {
        String name = call.getMethodSelect().toString();
        String instead = BANNED_CALLS.get(name);
        if (instead != null && !makesThem) {
          add(call, "%s: %s".formatted(name, instead));
        }
        if (NOW.matcher(name).matches() && call.getArguments().isEmpty()) {
          add(call, name + "(): use clock.instant(), or now(clock)");
        }
        return super.visitMethodInvocation(call, p);
      }

      @Override
      public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void p) {
        String name = made.getIdentifier().toString();
        if (RANDOMS.contains(name.substring(name.lastIndexOf('.') + 1)) && !makesThem) {
          add(made, "new %s: use the injected SecureRandom".formatted(name));
        }
        return super.visitNewClass(made, p);
      }
    }.found();
  }

  static List<String> noFuturesInSignatures(ParsedFile file) {
    return new Rule(file) {
      @Override
      public @Nullable Void visitMethod(MethodTree method, @Nullable Void p) {
        String signature = method.getReturnType() + " " + method.getParameters();
        if (signature.matches("(?s).*\\b(CompletableFuture|CompletionStage|Mono|Flux)\\b.*")) {
          add(method, "a future in a signature: block, on a virtual thread");
        }
        return super.visitMethod(method, p);
      }
    }.found();
  }

  static List<String> injectedByConstructor(ParsedFile file) {
    return new Rule(file) {
      @Override
      public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void p) {
        String name = annotation.getAnnotationType().toString();
        if (name.endsWith("Autowired") || name.endsWith("Inject")) {
          add(annotation, "@" + name + ": take it in the constructor");
        }
        return super.visitAnnotation(annotation, p);
      }

      @Override
      public @Nullable Void visitImport(ImportTree imported, @Nullable Void p) {
        if (imported.getQualifiedIdentifier().toString().startsWith("lombok.")) {
          add(imported, "Lombok: write a record");
        }
        return super.visitImport(imported, p);
      }
    }.found();
  }

  static List<String> names(ParsedFile file) {
    return new Rule(file) {
      @Override
      public @Nullable Void visitClass(ClassTree type, @Nullable Void p) {
        if (EMPTY_NAME.matcher(type.getSimpleName()).matches()) {
          add(type, type.getSimpleName() + " says nothing: name it for what it does");
        }
        return super.visitClass(type, p);
      }
    }.found();
  }

  /// Every public type on the top level says what it is for, in Markdown.
  static List<String> docs(ParsedFile file) {
    return new Rule(file) {
      @Override
      public @Nullable Void visitClass(ClassTree type, @Nullable Void p) {
        boolean top =
            getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.COMPILATION_UNIT;
        if (top
            && type.getModifiers().getFlags().contains(Modifier.PUBLIC)
            && file.doc(getCurrentPath()).isBlank()) {
          add(type, type.getSimpleName() + " has no /// doc: say what it is for");
        }
        return super.visitClass(type, p);
      }
    }.foundAnd(
        OLD_DOC.matcher(file.file().text()).find()
            ? List.of(file.file().path() + " has an old doc comment: write ///")
            : List.of());
  }

  /// A switch over a sealed outcome of ours names all of them, so that a new one does not compile
  /// until somebody has decided.
  ///
  /// @param outcomes names of the records of sealed interfaces, such as `CheckOutcome.Expired`
  static List<String> exhaustive(ParsedFile file, Set<String> outcomes) {
    return new Rule(file) {
      @Override
      public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void p) {
        judge(tree, tree.getCases());
        return super.visitSwitchExpression(tree, p);
      }

      @Override
      public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void p) {
        judge(tree, tree.getCases());
        return super.visitSwitch(tree, p);
      }

      private void judge(Tree tree, List<? extends CaseTree> cases) {
        var labels = new ArrayList<String>();
        cases.forEach(one -> one.getLabels().forEach(label -> labels.add(label.toString())));
        boolean sealed = labels.stream().anyMatch(label -> startsWithAny(label, outcomes));
        if (sealed && labels.contains("default")) {
          add(tree, "a switch over outcomes with a default: name each of them");
        }
      }
    }.found();
  }

  private static boolean startsWithAny(String label, Set<String> outcomes) {
    String name = label.split("[ (]", 2)[0];
    return outcomes.contains(name);
  }

  /// The records of the sealed interfaces in a file, by the name that other files use.
  static List<String> outcomesIn(ParsedFile file) {
    return new Rule(file) {
      @Override
      public @Nullable Void visitClass(ClassTree type, @Nullable Void p) {
        if (type.getModifiers().getFlags().contains(Modifier.SEALED)) {
          type.getMembers().stream()
              .filter(member -> member.getKind() == Tree.Kind.RECORD)
              .map(member -> type.getSimpleName() + "." + ((ClassTree) member).getSimpleName())
              .forEach(this::addPlain);
        }
        return super.visitClass(type, p);
      }
    }.found();
  }

  /// Walks through a file and collects.
  private abstract static class Rule extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final ParsedFile file;
    private final List<String> found = new ArrayList<>();

    Rule(ParsedFile file) {
      this.file = file;
    }

    void add(Tree place, String sentence) {
      found.add("%s:%d: %s".formatted(file.file().path(), file.line(place), sentence));
    }

    void addPlain(String name) {
      found.add(name);
    }

    List<String> found() {
      scan(file.unit(), null);
      return found;
    }

    List<String> foundAnd(List<String> more) {
      var all = new ArrayList<>(found());
      all.addAll(more);
      return all;
    }
  }
}
