package io.tweestap.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which tests name which items of the standards in their display name.
///
/// @param tests names such as `HotpTest.theWindowIsBounded`, by the id of the item
record Proofs(TreeMap<String, Set<String>> tests) {

  static Proofs of(List<ParsedFile> tests, Standards standards) {
    TreeMap<String, Set<String>> found = new TreeMap<>();
    for (ParsedFile file : tests) {
      new DisplayNames(file, standards, found).scan(file.unit(), null);
    }
    return new Proofs(found);
  }

  Set<String> of(Standards.Item item) {
    return tests.getOrDefault(item.id(), Set.of());
  }

  private static final class DisplayNames extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final ParsedFile file;
    private final Standards standards;
    private final TreeMap<String, Set<String>> found;

    private DisplayNames(ParsedFile file, Standards standards, TreeMap<String, Set<String>> found) {
      this.file = file;
      this.standards = standards;
      this.found = found;
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void p) {
      if (annotation.getAnnotationType().toString().equals("DisplayName")) {
        String sentence = words(annotation);
        try {
          standards
              .namedIn(sentence)
              .forEach(item -> found.computeIfAbsent(item.id(), _ -> new TreeSet<>()).add(place()));
        } catch (IllegalArgumentException e) {
          throw new AssertionError(file.file().path() + ": " + e.getMessage(), e);
        }
      }
      return super.visitAnnotation(annotation, p);
    }

    /// The class, and the method when the annotation stands on one.
    private String place() {
      Deque<String> names = new ArrayDeque<>();
      for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
        if (path.getLeaf() instanceof MethodTree method) {
          names.addFirst(method.getName().toString());
        } else if (path.getLeaf() instanceof ClassTree type) {
          names.addFirst(type.getSimpleName().toString());
        }
      }
      return String.join(".", names);
    }

    private static String words(AnnotationTree annotation) {
      StringBuilder words = new StringBuilder();
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void p) {
          words.append(literal.getValue());
          return null;
        }
      }.scan(annotation.getArguments(), null);
      return words.toString();
    }
  }
}
