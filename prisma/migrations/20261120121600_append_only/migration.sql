-- What was recorded is never taken back: the database refuses it too, whoever asks, unless they own the tables. Each statement takes its
-- lock for a moment; nothing is read or written anew.

-- "public" tables are named without their schema by the same function.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Of an event everything stays but what its reporter may have erased: values in the document, their salts, and the digests of the whole.
create trigger append_only before delete on event for each row execute function refuse_change();
create trigger append_only_truncate before truncate on event for each statement execute function refuse_change();
create trigger append_only_columns before update of id, realm, reporter, event_id, act, claim, action, biz_step, disposition, event_time,
  offset_minutes, record_time, original_record_time, read_point, biz_location, location, declaration, corrects, context, field_names,
  field_commitments, flags on event for each row execute function refuse_change();

-- A later event may change what an earlier one did to an object, never that it named it, nor at which place in its chain.
create trigger append_only before delete on event_object for each row execute function refuse_change();
create trigger append_only_truncate before truncate on event_object for each statement execute function refuse_change();
create trigger append_only_columns before update of realm, uri, counter, event on event_object for each row execute function refuse_change();

create trigger append_only before update or delete on observation for each row execute function refuse_change();
create trigger append_only_truncate before truncate on observation for each statement execute function refuse_change();

create trigger append_only before update or delete on statement for each row execute function refuse_change();
create trigger append_only_truncate before truncate on statement for each statement execute function refuse_change();
