package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.functional.ApiTest.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a browser does with pages, without script: keeps cookies, follows redirects after a form,
/// sends back what a form holds.
final class Browser {
  private static final Pattern FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final Function<String, HttpRequest.Builder> requests;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String csrf = "";

  Browser(Function<String, HttpRequest.Builder> requests) {
    this.requests = requests;
  }

  /// Loads a page, and those that it leads to.
  Answer load(String path) {
    Answer answer = keep(ApiTest.send(withCookies(path).GET()));
    return answer.status() / 100 == 3 && isOurs(answer.header("Location"))
        ? load(pathOf(answer.header("Location")))
        : answer;
  }

  /// Sends a form, and loads what it leads to.
  Answer submit(String path, String... fields) {
    Answer answer = send(path, fields);
    return answer.status() == 303 && isOurs(answer.header("Location"))
        ? load(pathOf(answer.header("Location")))
        : answer;
  }

  /// Sends a form and follows nothing.
  Answer send(String path, String... fields) {
    return keep(ApiTest.send(form(path, fields)));
  }

  /// The request that sends a form.
  HttpRequest.Builder form(String path, String... fields) {
    Map<String, String> all = new LinkedHashMap<>(Map.of("_csrf", csrf));
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    String body =
        all.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return withCookies(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  Browser with(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  private Answer keep(Answer answer) {
    answer
        .headers()
        .allValues("Set-Cookie")
        .forEach(set -> {
          String[] pair = set.split(";")[0].split("=", 2);
          cookies.put(pair[0], pair[1]);
        });
    Matcher found = FIELD.matcher(answer.text());
    if (found.find()) {
      csrf = found.group(1);
    }
    assertThat(answer.text()).doesNotContain("??");
    return answer;
  }

  private HttpRequest.Builder withCookies(String path) {
    HttpRequest.Builder request = requests.apply(path);
    return cookies.isEmpty()
        ? request
        : request.header(
            "Cookie",
            cookies.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; ")));
  }

  static boolean isOurs(String location) {
    return location.startsWith("/") || location.contains("//127.0.0.1:");
  }

  static String pathOf(String location) {
    URI uri = URI.create(location);
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
