package io.tweestap.functional;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a document tells a reader to type, in order, each command with the answer that it shows.
final class Walkthrough {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\\R(.*?)^ *```$");
  private static final Pattern COMMAND = Pattern.compile("^(\\$ )?(curl |(export )?[A-Za-z_]+=)");
  private static final Set<String> SHELL = Set.of("", "sh", "shell");

  /// What a webhook is told, rather than an answer.
  private static final Pattern EVENT = Pattern.compile("^\\{\"type\": \"\\w+\\.\\w+\"");

  private final List<Step> steps = new ArrayList<>();

  private Walkthrough() {}

  /// A request, or a variable that requests use.
  ///
  /// @param answer what stands below it in its block, and the JSON of the next blocks; empty where
  ///   none is shown
  record Step(String command, String answer) {
    Step and(String more) {
      return new Step(command, answer + more + "\n");
    }
  }

  /// The commands of a document in Markdown.
  static List<Step> of(String document) {
    Walkthrough all = new Walkthrough();
    BLOCK.matcher(document).results().forEach(all::take);
    return all.steps;
  }

  private void take(MatchResult block) {
    if (SHELL.contains(block.group(1))) {
      type(block.group(2).lines().map(String::strip).toList());
    } else if (block.group(1).equals("json") && !EVENT.matcher(block.group(2)).find()) {
      show(block.group(2));
    }
  }

  private void type(List<String> lines) {
    StringBuilder command = new StringBuilder();
    for (String line : lines) {
      if (command.isEmpty() && !COMMAND.matcher(line).find()) {
        show(line);
        continue;
      }
      command.append(command.isEmpty() ? line.replaceFirst("^\\$ ", "") : "\n" + line);
      if (isWhole(command)) {
        steps.add(new Step(command.toString(), ""));
        command.setLength(0);
      }
    }
  }

  private void show(String answer) {
    if (!steps.isEmpty()) {
      steps.add(steps.removeLast().and(answer));
    }
  }

  /// Whether no quote is open and the line does not go on.
  private static boolean isWhole(CharSequence command) {
    char open = 0;
    for (int i = 0; i < command.length(); i++) {
      char one = command.charAt(i);
      if (one == '\\' && open != '\'') {
        i++;
        if (i == command.length()) {
          return false;
        }
      } else if (open == 0 && (one == '\'' || one == '"')) {
        open = one;
      } else if (one == open) {
        open = 0;
      }
    }
    return open == 0;
  }
}
