package io.tweestap.audit;

/// Who did it, as it stands in [AuditEvent#actor].
public final class Actor {
  /// The person whom the event is about.
  public static final String USER = "user";

  /// The program by itself: something ended, a rule took effect.
  public static final String SYSTEM = "system";

  /// Whoever runs the installation, at its command line.
  public static final String OPERATOR = "operator";

  private Actor() {}

  /// An API client.
  public static String client(String clientId) {
    return "client:" + clientId;
  }

  /// A person of the staff, on the word of the API client that passed the name on.
  ///
  /// @param name as the application calls this person; cut to 100 characters
  public static String staff(String name, String clientId) {
    String fitting = name.replaceAll("\\p{Cntrl}", " ");
    return "staff:"
        + (fitting.length() > 100 ? fitting.substring(0, 100) : fitting)
        + " via "
        + client(clientId);
  }
}
