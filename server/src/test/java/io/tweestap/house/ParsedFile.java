package io.tweestap.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A source file as the compiler reads it, names not resolved.
record ParsedFile(TextFile file, CompilationUnitTree unit, DocTrees trees) {

  /// Parses all at once: starting the compiler is what takes long.
  static List<ParsedFile> all(List<TextFile> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> sources = files.stream().map(ParsedFile::source).toList();
    var task = (JavacTask) compiler.getTask(null, null, _ -> {}, null, null, sources);
    DocTrees trees = DocTrees.instance(task);
    var parsed = new ArrayList<ParsedFile>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        parsed.add(new ParsedFile(files.get(parsed.size()), unit, trees));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parsed;
  }

  /// A file of main code, made up.
  static ParsedFile of(String code) {
    return all(List.of(new TextFile("server/src/main/java/Sample.java", code))).getFirst();
  }

  long line(Tree tree) {
    return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
  }

  long lines(Tree tree) {
    long end = trees.getSourcePositions().getEndPosition(unit, tree);
    return unit.getLineMap().getLineNumber(end) - line(tree) + 1;
  }

  /// Empty when there is none.
  String doc(TreePath path) {
    String doc = trees.getDocComment(path);
    return doc == null ? "" : doc;
  }

  private static JavaFileObject source(TextFile file) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + file.path()), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return file.text();
      }
    };
  }
}
