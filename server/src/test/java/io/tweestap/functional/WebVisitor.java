package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.functional.ApiTest.Answer;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.MissingNode;

/// A browser of the plainest kind: keeps cookies, follows redirects within the server, sends the
/// forms of the page that it shows.
final class WebVisitor {
  private static final Pattern FORM =
      Pattern.compile("(?s)<form[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  final Map<String, String> cookies = new HashMap<>();
  private final URI home;

  /// Where the server sent the browser at last, outside of the server; empty while it is within.
  String outside = "";

  /// The answer to the last request that was no redirect.
  Answer page =
      new Answer(0, HttpHeaders.of(Map.of(), (_, _) -> true), "", MissingNode.getInstance());

  /// The address of that page.
  String address = "";

  WebVisitor(URI home) {
    this.home = home;
  }

  WebVisitor get(String url) {
    return follow(url, request(url).GET());
  }

  HttpRequest.Builder request(String url) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(home.resolve(URI.create(url).getRawPath() + query(url)))
            .timeout(Duration.ofSeconds(30));
    if (!cookies.isEmpty()) {
      List<String> all = new ArrayList<>();
      cookies.forEach((name, value) -> all.add(name + "=" + value));
      request.header("Cookie", String.join("; ", all));
    }
    return request;
  }

  private static String query(String url) {
    String query = URI.create(url).getRawQuery();
    return query == null ? "" : "?" + query;
  }

  private WebVisitor follow(String url, HttpRequest.Builder request) {
    Answer answer = ApiTest.send(request);
    keep(answer);
    outside = "";
    address = url;
    for (int hops = 0; answer.status() / 100 == 3 && hops < 9; hops++) {
      String to = answer.header("Location");
      if (!to.startsWith("/") && !to.startsWith(home.toString())) {
        outside = to;
        return this;
      }
      address = to;
      answer = ApiTest.send(request(to).GET());
      keep(answer);
    }
    page = answer;
    return this;
  }

  private void keep(Answer answer) {
    for (String line : answer.headers().allValues("Set-Cookie")) {
      HttpCookie cookie = HttpCookie.parse(line.replaceFirst("; SameSite=\\w+", "")).getFirst();
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie.getValue());
      }
    }
  }

  /// Sends the form of the page whose action ends like this, with its hidden fields and these.
  ///
  /// @param fields name, value, name, value ...
  WebVisitor send(String action, String... fields) {
    for (Matcher form = FORM.matcher(page.text()); form.find(); ) {
      if (form.group(1).endsWith(action) && fits(form.group(2), fields)) {
        return post(form.group(1), hidden(form.group(2)), fields);
      }
    }
    throw new AssertionError("no form " + action + " on\n" + page.text());
  }

  /// Of several forms with one action the one that holds the value of the first field, if any does.
  private boolean fits(String form, String... fields) {
    return fields.length == 0
        || !page.text().contains("value=\"" + fields[1] + "\"")
        || form.contains("value=\"" + fields[1] + "\"");
  }

  private static Map<String, String> hidden(String form) {
    Map<String, String> found = new HashMap<>();
    HIDDEN.matcher(form).results().forEach(it -> found.put(it.group(1), it.group(2)));
    return found;
  }

  WebVisitor post(String url, Map<String, String> hidden, String... fields) {
    Map<String, String> all = new HashMap<>(hidden);
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    List<String> pairs = new ArrayList<>();
    all.forEach((name, value) -> pairs.add(name + "=" + encoded(value)));
    return follow(
        url,
        request(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// What the page shows, without its tags.
  String text() {
    return page.text()
        .replaceAll("(?s)<(svg|head|script).*?</\\1>", " ")
        .replaceAll("<[^>]+>", " ")
        .replace("&amp;", "&")
        .replace("&#39;", "'")
        .replaceAll("\\s+", " ");
  }

  WebVisitor sees(String... words) {
    assertThat(text()).contains(words).doesNotContain("??");
    return this;
  }

  /// A parameter of the address outside to which the browser went.
  String brought(String name) {
    Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(outside);
    return found.find() ? found.group(1) : "";
  }
}
