package io.tweestap;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.validation.FieldError;

/// Why the program does not start, for the causes that are known.
///
/// @param sentence what happened and what to do, for stderr
record Refusal(ExitCode exitCode, String sentence) {

  /// Looks for a known cause in what was thrown.
  ///
  /// @return empty when nobody foresaw it
  static Optional<Refusal> of(@Nullable Throwable thrown) {
    Throwable cause = thrown;
    Refusal found = null;
    while (cause != null) {
      Refusal refusal = known(cause);
      // The deepest one knows most: a setting's name stands below "could not bind".
      found = refusal == null ? found : refusal;
      cause = cause.getCause();
    }
    return Optional.ofNullable(found);
  }

  private static @Nullable Refusal known(Throwable cause) {
    return switch (cause) {
      case StartRefused e -> new Refusal(e.exitCode(), e.sentence());
      case PortInUseException e ->
          new Refusal(
              ExitCode.PORT_TAKEN,
              "Another program listens on port %d: stop it, or give another with --port N."
                  .formatted(e.getPort()));
      case UnboundConfigurationPropertiesException e ->
          new Refusal(ExitCode.BAD_CONFIGURATION, unknownSettings(e));
      case BindValidationException e -> new Refusal(ExitCode.BAD_CONFIGURATION, invalidSettings(e));
      case BindException e ->
          new Refusal(
              ExitCode.BAD_CONFIGURATION,
              "The setting %s has a value that cannot be used; docs/reference lists what it takes."
                  .formatted(e.getName()));
      default -> null;
    };
  }

  private static String unknownSettings(UnboundConfigurationPropertiesException e) {
    var names = new TreeSet<String>();
    e.getUnboundProperties().forEach(property -> names.add(property.getName().toString()));
    return "Unknown setting %s: correct its name or take it out; docs/reference lists all."
        .formatted(String.join(", ", names));
  }

  private static String invalidSettings(BindValidationException e) {
    var reasons = new TreeSet<String>();
    e.getValidationErrors()
        .getAllErrors()
        .forEach(error ->
            reasons.add(
                error instanceof FieldError field
                    ? field.getField() + " " + field.getDefaultMessage()
                    : String.valueOf(error.getDefaultMessage())));
    return "The settings of %s cannot be used: %s."
        .formatted(e.getValidationErrors().getName(), String.join(", ", reasons));
  }
}
