package io.tweestap.page.sandbox;

import io.tweestap.page.sandbox.Visit.Said;
import io.tweestap.page.sandbox.Visit.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The requests that the shop has just sent, as commands that can be pasted into a shell. The
/// credentials stay placeholders.
@Component
@WhenTryIt
class Curl {
  private static final String CREDENTIALS = "-u \"$CLIENT_ID:$CLIENT_SECRET\"";

  private final JsonMapper json;
  private final Environment environment;

  Curl(JsonMapper json, Environment environment) {
    this.json = json;
    this.environment = environment;
  }

  /// One command per request, oldest first; before the first request, the one that would be sent.
  List<String> commands(Visit visit) {
    List<String> commands = new ArrayList<>();
    commands.add(post("", visit.wish().startBody()));
    Said said = visit.said();
    if (visit.hasStarted() && said.step() == Step.RESEND) {
      commands.add(post("/" + visit.id() + "/resend", Map.of()));
    }
    if (visit.hasStarted() && said.step() == Step.CHECK) {
      commands.add(post("/" + visit.id() + "/check", visit.wish().checkBody(said.typed(), false)));
    }
    return commands;
  }

  private String post(String path, Map<String, Object> body) {
    String url =
        "http://localhost:%s/v1/verifications%s"
            .formatted(environment.getRequiredProperty("local.server.port"), path);
    String request = "curl " + CREDENTIALS + " \\\n  ";
    return body.isEmpty()
        ? request + "-X POST " + url
        : request
            + url
            + " \\\n  -H 'Content-Type: application/json' \\\n  -d "
            + quoted(json.writeValueAsString(body));
  }

  /// In single quotes, for a POSIX shell.
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
