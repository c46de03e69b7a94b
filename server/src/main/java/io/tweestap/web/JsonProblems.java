package io.tweestap.web;

import io.tweestap.shared.web.BodyTooLargeException;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says what is wrong with a JSON body: where it cannot be parsed, or which field does not fit.
/// Values are never repeated, they may be codes.
final class JsonProblems {
  private static final int NAME_SHOWN_MAX = 64;

  private JsonProblems() {}

  static Problem of(HttpMessageNotReadableException unreadable) {
    if (cause(unreadable, BodyTooLargeException.class).isPresent()) {
      return BodyLimitFilter.problem();
    }
    return cause(unreadable, JacksonException.class)
        .map(JsonProblems::of)
        .orElseGet(() -> Problem.of(ProblemCode.MALFORMED_JSON, "Send a JSON body."));
  }

  private static Problem of(JacksonException json) {
    return switch (json) {
      case UnrecognizedPropertyException unknown -> unknownField(unknown);
      case DatabindException wrong when !wrong.getPath().isEmpty() -> wrongField(wrong);
      case InputCoercionException wrong when !wrong.getPath().isEmpty() -> wrongField(wrong);
      default -> malformed(json);
    };
  }

  private static Problem unknownField(UnrecognizedPropertyException unknown) {
    String field = path(unknown);
    return Problem.of(
        ProblemCode.UNKNOWN_FIELD,
        "Leave out " + field + " or correct its name.",
        Map.of("field", field));
  }

  private static Problem wrongField(JacksonException wrong) {
    String field = path(wrong);
    return Problem.of(
        ProblemCode.INVALID_FIELD,
        "The value of " + field + " is not of the right kind.",
        Map.of("field", field));
  }

  private static Problem malformed(JacksonException broken) {
    TokenStreamLocation at = broken.getLocation();
    if (at == null || at.getLineNr() < 1) {
      return Problem.of(ProblemCode.MALFORMED_JSON, "Send one JSON object.");
    }
    return Problem.of(
        ProblemCode.MALFORMED_JSON,
        "The body cannot be read at line " + at.getLineNr() + ", column " + at.getColumnNr() + ".",
        Map.of("line", at.getLineNr(), "column", at.getColumnNr()));
  }

  /// The field's place in the body, as in `details.amount` or `countries[2]`.
  private static String path(JacksonException at) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : at.getPath()) {
      String name = step.getPropertyName();
      if (name == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(shown(name));
      }
    }
    return path.toString();
  }

  private static String shown(String name) {
    String printable = name.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.substring(0, Math.min(printable.length(), NAME_SHOWN_MAX));
  }

  private static <T extends Throwable> Optional<T> cause(Throwable error, Class<T> kind) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return Optional.of(kind.cast(at));
      }
    }
    return Optional.empty();
  }
}
