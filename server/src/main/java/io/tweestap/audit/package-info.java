/// The record of security events: who, what, on whom, from where, with which result; no secrets,
/// and people only by a pseudonym. It shows when somebody changed it (PRV-8).
///
/// The story: [AuditTrail] writes events in the transaction that caused them; `chain.SealEvents`
/// links them into a hash chain per tenant a few seconds later; `chain.VerifyChain` walks a chain
/// and names the first row that is not as it was; `chain.PurgeEvents` takes away what has been kept
/// long enough, without breaking it. [AuditLog] reads.
@ApplicationModule
@NullMarked
package io.tweestap.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
