package io.tweestap.client.http;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One request, before it is sent.
///
/// @param path from the server's root, encoded
/// @param query without the question mark, encoded; empty without one
/// @param headers beside those that every request has
/// @param payload missing where nothing is sent
/// @param patient whether it may take minutes, such as an import
public record Call(
    Operation operation,
    String path,
    String query,
    Map<String, String> headers,
    @Nullable Payload payload,
    boolean patient) {
  private static final Pattern NAME = Pattern.compile("\\{\\w+}");
  private static final String REF = "{ref}";
  private static final Pattern UNCLEAR = Pattern.compile("[/\\\\;%]|^~|^\\.{1,2}$");

  /// What is sent along.
  public record Payload(String contentType, BodyPublisher publisher) {}

  /// @param parts what goes into the path, in order
  public static Call of(Operation operation, Object... parts) {
    return new Call(operation, path(operation.path(), parts), "", Map.of(), null, false);
  }

  /// These after the question mark.
  public Call query(Body<?> fields) {
    String more =
        fields.fields().entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(String.valueOf(field.getValue())))
            .collect(Collectors.joining("&"));
    String both = query.isEmpty() || more.isEmpty() ? query + more : query + "&" + more;
    return new Call(operation, path, both, headers, payload, patient);
  }

  /// This as the body.
  public Call json(Body<?> body) {
    byte[] bytes = Json.write(body.fields());
    return payload("application/json", BodyPublishers.ofByteArray(bytes));
  }

  public Call payload(String contentType, BodyPublisher publisher) {
    return new Call(operation, path, query, headers, new Payload(contentType, publisher), patient);
  }

  public Call header(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Call(operation, path, query, Map.copyOf(more), payload, patient);
  }

  /// It may take minutes.
  public Call patiently() {
    return new Call(operation, path, query, headers, payload, true);
  }

  private static String path(String template, Object... parts) {
    Matcher names = NAME.matcher(template);
    var path = new StringBuilder();
    int next = 0;
    while (names.find()) {
      String segment = segment(names.group(), parts[next].toString());
      names.appendReplacement(path, Matcher.quoteReplacement(segment));
      next++;
    }
    if (next != parts.length) {
      throw new IllegalArgumentException(template + " takes " + next + " parts");
    }
    return names.appendTail(path).toString();
  }

  /// A reference that proxies and servers on the way may read in two ways goes as `~` and
  /// base64url, as the API wants it. Dots alone would lead to another path.
  private static String segment(String name, String text) {
    if (name.equals(REF) && UNCLEAR.matcher(text).find()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException("a part of a path cannot be empty, nor . or ..");
    }
    return encoded(text);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
