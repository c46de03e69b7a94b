/// The operator's command for the audit trail.
@NullMarked
package io.tweestap.audit.command;

import org.jspecify.annotations.NullMarked;
