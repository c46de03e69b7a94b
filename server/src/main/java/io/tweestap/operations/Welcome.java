package io.tweestap.operations;

import java.net.URI;
import java.util.List;

/// Lines for the person who starts the server, shown once it answers: rooms add their own by a bean
/// of this type, in the order of its `@Order`. They go to the console only, never to the log, so a
/// secret that is shown once may stand in them.
public interface Welcome {
  /// The lines, without line ends; empty when there is nothing to say.
  ///
  /// @param address where this server answers, without a slash at the end
  List<String> lines(URI address);
}
