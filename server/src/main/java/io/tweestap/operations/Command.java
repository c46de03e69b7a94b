package io.tweestap.operations;

import java.util.List;

/// A command of the program besides `serve`, such as `keys rotate`. Every bean of this type is
/// found by `./tweestap <name> ...`.
///
/// A command runs in a context without web server, workers or runners, connected to the database
/// that the server uses, also while the server runs. The context is lazy: a dependency that needs
/// the database is injected as `ObjectProvider` (or `@Lazy`) so that `keys new` works without one.
/// Each usage line also stands in `io/tweestap/help.txt`; a test compares them.
public interface Command {
  /// How a command's connections call themselves towards the database, so that servers can be told
  /// from it.
  String CONNECTED_AS = "tweestap command";

  /// The first word, such as `keys`. Lower-case letters.
  String name();

  /// One line per form, such as `keys rotate re-seal everything with a new key`.
  String usage();

  /// Does it. What the person asked for goes to `System.out`.
  ///
  /// @param args the words after the name; may be empty
  /// @return the exit code; [ExitCode#USAGE] after an explanation on `System.err` for wrong words
  /// @throws StartRefused when it cannot, for a known cause
  int run(List<String> args);
}
