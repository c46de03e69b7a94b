package io.tweestap.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A message as it stands on a handset of the sandbox.
record Received(String messageId, String to) {
  private static final Pattern MESSAGE =
      Pattern.compile("\"message_id\":\"([^\"]+)\",\"channel\":\"[^\"]+\",\"to\":\"([^\"]+)\"");
  private static final Pattern CURSOR = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");
  private static final String PAGE = "/v1/sandbox/messages?limit=100";

  /// All of them, page after page.
  static List<Received> all(int port, Requests requests) throws IOException {
    List<Received> all = new ArrayList<>();
    try (var connection = new HttpConnection(port)) {
      String next = PAGE;
      while (!next.isEmpty()) {
        HttpConnection.Answer answer = connection.send(requests.get(next));
        if (answer.status() != 200) {
          throw new IllegalStateException("answer " + answer.status() + ": " + answer.body());
        }
        Matcher message = MESSAGE.matcher(answer.body());
        while (message.find()) {
          all.add(new Received(message.group(1), message.group(2)));
        }
        Matcher cursor = CURSOR.matcher(answer.body());
        next = cursor.find() ? PAGE + "&cursor=" + cursor.group(1) : "";
      }
    }
    return all;
  }
}
