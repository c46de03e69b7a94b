package io.tweestap.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser that keeps cookies, by name alone, and follows nothing by itself.
final class Browser {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  final Map<String, String> cookies = new HashMap<>();
  private final String home;
  private String language = "en";

  Browser(String home) {
    this.home = home;
  }

  Browser speaking(String wanted) {
    language = wanted;
    return this;
  }

  HttpResponse<String> get(String url) {
    return send(request(url).GET());
  }

  /// Sends a form with the token of the login page.
  HttpResponse<String> post(String url, String... fields) {
    return send(form(url, fields));
  }

  HttpResponse<String> logIn(String user, String password) {
    return post("/login", "username", user, "password", password, "_csrf", csrf("/login"));
  }

  String csrf(String page) {
    Matcher found = CSRF.matcher(get(page).body());
    return found.find() ? found.group(1) : "";
  }

  String session() {
    return cookies.getOrDefault("JSESSIONID", "");
  }

  private HttpRequest.Builder form(String url, String... fields) {
    var pairs = new java.util.ArrayList<String>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return request(url)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
  }

  private HttpRequest.Builder request(String url) {
    String whole = url.startsWith("/") ? home + url : url;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(whole))
            .header("Accept", "text/html")
            .header("User-Agent", "Firefox 150")
            .header("Accept-Language", language);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(one -> one.getKey() + "=" + one.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      keep(response.headers().allValues("Set-Cookie"));
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(List<String> lines) {
    for (String line : lines) {
      HttpCookie cookie = HttpCookie.parse(line.replaceFirst("; SameSite=\\w+", "")).getFirst();
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie.getValue());
      }
    }
  }

  static String location(HttpResponse<?> response) {
    return response.headers().firstValue("Location").orElse("status " + response.statusCode());
  }
}
