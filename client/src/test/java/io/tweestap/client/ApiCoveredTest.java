package io.tweestap.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.client.http.Operation;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The client against the description of the API. Whoever adds an operation there adds it to
/// [Operation] and gives it a method.
class ApiCoveredTest {
  private static final JsonNode API = JsonMapper.shared().readTree(Sources.text(Sources.API));

  @Test
  void everyOperationOfTheApiIsThereAsItIsDescribed() {
    Set<String> described = new TreeSet<>();
    API.path("paths")
        .forEachEntry((path, methods) ->
            methods.forEachEntry((method, operation) ->
                described.add(
                    line(
                        operation.path("operationId").asString(),
                        method.toUpperCase(Locale.ROOT),
                        path,
                        keyed(operation)))));
    Set<String> known =
        Arrays.stream(Operation.values())
            .map(one -> line(id(one), one.method(), one.path(), one.keyed()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(known).containsExactlyElementsOf(described);
  }

  @Test
  void everyOperationHasAMethod() throws IOException {
    String code =
        Sources.files(Sources.MAIN).stream()
            .filter(file -> !file.endsWith("Operation.java"))
            .map(Sources::text)
            .collect(Collectors.joining());
    assertThat(Operation.values())
        .allSatisfy(one -> assertThat(code).containsPattern("Operation\\." + one + "\\b"));
  }

  private static String line(String id, String method, String path, boolean keyed) {
    return "%s: %s %s%s".formatted(id, method, path, keyed ? ", keyed" : "");
  }

  /// `BEGIN_LOGIN` is `beginLogin`.
  private static String id(Operation one) {
    String[] words = one.name().toLowerCase(Locale.ROOT).split("_");
    return words[0]
        + Arrays.stream(words)
            .skip(1)
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
  }

  private static boolean keyed(JsonNode operation) {
    return operation
        .path("parameters")
        .valueStream()
        .anyMatch(one -> one.path("$ref").asString("").endsWith("/IdempotencyKey"));
  }
}
