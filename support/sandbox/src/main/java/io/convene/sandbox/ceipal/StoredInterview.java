package io.convene.sandbox.ceipal;

import java.time.Instant;
import java.util.Map;

/**
 * One interview record.
 *
 * @param modified when it was last changed, whatever the record says
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredInterview(String id, Instant modified, Map<String, Object> drawn, byte[] bytes) {}
