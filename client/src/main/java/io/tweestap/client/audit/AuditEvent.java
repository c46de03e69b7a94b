package io.tweestap.client.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened and matters for security. Nobody can change it afterwards without being
/// found out.
///
/// @param id of the event
/// @param at when it happened, to the millisecond. RFC 3339, UTC.
/// @param action what happened. The text says on what and what became of it;
///   `docs/operating/audit.md` explains them. New ones may come.
/// @param actor who did it: `client:` and the id of an API client; `staff:` and a name, `via` the
///   client that named it; `user`, the person itself; `operator`, whoever runs the installation;
///   `system`, the program by itself
/// @param subject on whom: a pseudonym of the user, which only the user itself leads to. Missing
///   when it was on nobody.
/// @param source from where: the network of the IP address, the first 24 bits (IPv4) or 48 bits
///   (IPv6). Missing when it is not known.
/// @param result how it ended:
/// @param details short facts by name. Never a code, a secret, a whole phone number or a mail
///   address.
/// @param position its place in the chain of the tenant, counted from 1. Missing for the seconds
///   before it is sealed.
/// @param link the link at this place, in hexadecimal. Keep one elsewhere to be able to show later
///   that the chain was this long.
public record AuditEvent(
    UUID id,
    Instant at,
    String action,
    String actor,
    @Nullable UUID subject,
    @Nullable String source,
    AuditResult result,
    Map<String, String> details,
    @Nullable Long position,
    @Nullable String link) {}
