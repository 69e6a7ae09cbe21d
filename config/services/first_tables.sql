CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';
CREATE FUNCTION public.absence_code_in_amendment_keeps_meaning() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF (NEW.code, NEW.justified, NEW.proof_required, NEW.hours_due, NEW.pay_effect) IS DISTINCT FROM (OLD.code, OLD.justified, OLD.proof_required, OLD.hours_due, OLD.pay_effect) AND EXISTS (
    SELECT 1 FROM training_amendment WHERE OLD.id IN (absence_code_id, old_absence_code_id)
  ) THEN
    RAISE EXCEPTION 'the register is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'absence_code_in_amendment_keeps_meaning';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.absence_code_in_use_keeps_meaning() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF (NEW.code, NEW.justified, NEW.proof_required, NEW.hours_due, NEW.pay_effect) IS DISTINCT FROM (OLD.code, OLD.justified, OLD.proof_required, OLD.hours_due, OLD.pay_effect) AND EXISTS (
    SELECT 1 FROM training_attendance mark
    JOIN training_halfday half_day ON half_day.id = mark.half_day_id
    WHERE mark.absence_code_id = OLD.id AND half_day.closed_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'the register is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'absence_code_in_use_keeps_meaning';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.amendment_is_final() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'this is final' USING ERRCODE = 'check_violation', CONSTRAINT = 'amendment_is_final';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.announced_absence_before_start() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM training_halfday lesson JOIN training_enrolment own ON own.session_id = lesson.session_id
    WHERE lesson.id = NEW.half_day_id AND own.id = NEW.enrolment_id
      AND NEW.announced_at < (lesson.date + lesson.start_time) AT TIME ZONE 'Europe/Paris'
  ) THEN
    RAISE EXCEPTION 'too late' USING ERRCODE = 'check_violation', CONSTRAINT = 'announced_absence_before_start';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.assessment_is_appended() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  OLD.assessor_id := NEW.assessor_id;
  IF TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'this is final' USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_is_appended';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.attendance_of_closed_register_is_final() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  closed timestamptz;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    SELECT closed_at INTO closed FROM training_halfday WHERE id = OLD.half_day_id FOR SHARE;
  END IF;
  IF closed IS NULL AND TG_OP <> 'DELETE' THEN
    SELECT closed_at INTO closed FROM training_halfday WHERE id = NEW.half_day_id FOR SHARE;
  END IF;
  IF closed IS NOT NULL THEN
    RAISE EXCEPTION 'the register is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'attendance_of_closed_register_is_final';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE FUNCTION public.attestation_ordered_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.document_id IS NULL AND OLD.trouble_fr <> '' THEN
      RETURN OLD;
    END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'what was certified stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'attestation_ordered_stays';
  END IF;
  IF (OLD.document_id IS NOT NULL AND (NEW.made_at IS DISTINCT FROM OLD.made_at OR NEW.issuer_id IS DISTINCT FROM OLD.issuer_id OR NEW.place IS DISTINCT FROM OLD.place OR NEW.previous_sha256 IS DISTINCT FROM OLD.previous_sha256 OR NEW.record_sha256 IS DISTINCT FROM OLD.record_sha256)) OR NEW.id IS DISTINCT FROM OLD.id OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.enrolment_id IS DISTINCT FROM OLD.enrolment_id OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.number IS DISTINCT FROM OLD.number OR NEW.facts IS DISTINCT FROM OLD.facts OR NEW.facts_sha256 IS DISTINCT FROM OLD.facts_sha256 OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.ordered_at IS DISTINCT FROM OLD.ordered_at OR NEW.ordered_by_id IS DISTINCT FROM OLD.ordered_by_id OR (OLD.document_id IS NOT NULL AND NEW.document_id IS DISTINCT FROM OLD.document_id) OR (OLD.replaced_at IS NOT NULL AND NEW.replaced_at IS DISTINCT FROM OLD.replaced_at) THEN
    RAISE EXCEPTION 'what was certified stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'attestation_ordered_stays';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.certificate_issued_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'an issued certificate stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_issued_stays';
  END IF;
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.code IS DISTINCT FROM OLD.code OR NEW.enrolment_id IS DISTINCT FROM OLD.enrolment_id OR NEW.facts IS DISTINCT FROM OLD.facts OR NEW.facts_version IS DISTINCT FROM OLD.facts_version OR NEW.facts_sha256 IS DISTINCT FROM OLD.facts_sha256 OR NEW.document_id IS DISTINCT FROM OLD.document_id OR NEW.issuer_id IS DISTINCT FROM OLD.issuer_id OR NEW.number IS DISTINCT FROM OLD.number OR NEW.previous_sha256 IS DISTINCT FROM OLD.previous_sha256 OR NEW.record_sha256 IS DISTINCT FROM OLD.record_sha256 OR NEW.credential IS DISTINCT FROM OLD.credential OR NEW.key_id IS DISTINCT FROM OLD.key_id OR NEW.status_list_id IS DISTINCT FROM OLD.status_list_id OR NEW.status_index IS DISTINCT FROM OLD.status_index OR NEW.issued_at IS DISTINCT FROM OLD.issued_at OR NEW.issued_by_id IS DISTINCT FROM OLD.issued_by_id OR NEW.valid_until IS DISTINCT FROM OLD.valid_until OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) OR (OLD.revoked_by_id IS NOT NULL AND NEW.revoked_by_id IS DISTINCT FROM OLD.revoked_by_id) OR (OLD.replaced_by_id IS NOT NULL AND NEW.replaced_by_id IS DISTINCT FROM OLD.replaced_by_id) OR (OLD.revoked_at IS NOT NULL AND NEW.revocation_reason <> OLD.revocation_reason) THEN
    RAISE EXCEPTION 'an issued certificate stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_issued_stays';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.certificate_revoked_by_two() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL
      OR OLD.replaced_by_id IS NULL AND NEW.replaced_by_id IS NOT NULL)
    AND NOT EXISTS (
      SELECT 1 FROM certificates_revocationrequest request
      WHERE request.certificate_id = NEW.id AND request.decision = 'CONFIRMED'
        AND request.asked_by_id <> request.decided_by_id AND request.done_at IS NULL
    ) THEN
    RAISE EXCEPTION 'a second person confirms' USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_revoked_by_two';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.chain_link_is_final() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'this is final' USING ERRCODE = 'check_violation', CONSTRAINT = 'chain_link_is_final';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.delivery_papers_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM training_enrolment WHERE id = OLD.enrolment_id AND status IN ('CONFIRMED', 'ENTERED'))
    AND NOT EXISTS (SELECT 1 FROM training_delivery WHERE enrolment_id = OLD.enrolment_id) THEN
    RAISE EXCEPTION 'no papers' USING ERRCODE = 'check_violation', CONSTRAINT = 'delivery_papers_stay';
  END IF;
  RETURN NULL;
END
$$;
CREATE FUNCTION public.enrolment_one_place_at_a_time() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW.status IN ('CONFIRMED', 'ENTERED') AND (TG_OP = 'INSERT' OR (NEW.session_id, NEW.person_id, NEW.status IN ('CONFIRMED', 'ENTERED')) IS DISTINCT FROM (OLD.session_id, OLD.person_id, OLD.status IN ('CONFIRMED', 'ENTERED'))) THEN
    PERFORM 1 FROM training_session WHERE id = NEW.session_id FOR NO KEY UPDATE;
    PERFORM 1 FROM accounts_person WHERE id = NEW.person_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM training_enrolment theirs
      JOIN training_halfday lesson ON lesson.session_id = theirs.session_id
      JOIN training_halfday mine ON mine.session_id = NEW.session_id AND mine.cancelled_at IS NULL
      WHERE theirs.person_id = NEW.person_id AND theirs.session_id <> NEW.session_id
        AND theirs.status IN ('CONFIRMED', 'ENTERED')
        AND lesson.cancelled_at IS NULL AND lesson.date = mine.date AND lesson.start_time < mine.end_time AND mine.start_time < lesson.end_time) THEN
      RAISE EXCEPTION 'a clash' USING ERRCODE = 'check_violation', CONSTRAINT = 'enrolment_one_place_at_a_time';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.enrolment_papers_before_place() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW.status = 'CONFIRMED'
    AND (TG_OP = 'INSERT' OR NEW.status IS DISTINCT FROM OLD.status)
    AND NOT EXISTS (SELECT 1 FROM training_delivery WHERE enrolment_id = NEW.id) THEN
    RAISE EXCEPTION 'no papers' USING ERRCODE = 'check_violation', CONSTRAINT = 'enrolment_papers_before_place';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.external_certificate_is_appended() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  OLD.seen_by_id := NEW.seen_by_id;
  IF TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'this is final' USING ERRCODE = 'check_violation', CONSTRAINT = 'external_certificate_is_appended';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.half_day_closed_is_final() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF OLD.closed_at IS NOT NULL AND (TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD) THEN
    RAISE EXCEPTION 'the register is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'half_day_closed_is_final';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE FUNCTION public.half_day_learners_free() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW.cancelled_at IS NULL AND (TG_OP = 'INSERT' OR (NEW.session_id, NEW.date, NEW.start_time, NEW.end_time, NEW.cancelled_at) IS DISTINCT FROM (OLD.session_id, OLD.date, OLD.start_time, OLD.end_time, OLD.cancelled_at)) THEN
    PERFORM 1 FROM training_session WHERE id = NEW.session_id FOR NO KEY UPDATE;
    PERFORM 1 FROM accounts_person WHERE id IN (
      SELECT mine.person_id FROM training_enrolment mine
      WHERE mine.session_id = NEW.session_id AND mine.status IN ('CONFIRMED', 'ENTERED')
    ) ORDER BY id FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM training_enrolment mine
      JOIN training_enrolment theirs
        ON theirs.person_id = mine.person_id AND theirs.session_id <> mine.session_id
      JOIN training_halfday lesson ON lesson.session_id = theirs.session_id
      WHERE mine.session_id = NEW.session_id AND mine.status IN ('CONFIRMED', 'ENTERED') AND theirs.status IN ('CONFIRMED', 'ENTERED')
        AND lesson.cancelled_at IS NULL AND lesson.date = NEW.date AND lesson.start_time < NEW.end_time AND NEW.start_time < lesson.end_time) THEN
      RAISE EXCEPTION 'a clash' USING ERRCODE = 'check_violation', CONSTRAINT = 'half_day_learners_free';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.half_day_trainer_there() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW.trainer_id IS NOT NULL AND NEW.cancelled_at IS NULL AND (TG_OP = 'INSERT' OR (NEW.trainer_id, NEW.date, NEW.part, NEW.cancelled_at) IS DISTINCT FROM (OLD.trainer_id, OLD.date, OLD.part, OLD.cancelled_at)) THEN
    PERFORM 1 FROM accounts_user WHERE id = NEW.trainer_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM training_unavailability away
      WHERE away.trainer_id = NEW.trainer_id AND (NEW.date, array_position(ARRAY['AM', 'PM', 'EVE'], NEW.part::text)) >= (away.first_day, array_position(ARRAY['AM', 'PM', 'EVE'], away.first_part::text)) AND (NEW.date, array_position(ARRAY['AM', 'PM', 'EVE'], NEW.part::text)) <= (away.last_day, array_position(ARRAY['AM', 'PM', 'EVE'], away.last_part::text))) THEN
      RAISE EXCEPTION 'a clash' USING ERRCODE = 'check_violation', CONSTRAINT = 'half_day_trainer_there';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.revocation_request_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'what was certified stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'revocation_request_stays';
  END IF;
  IF NEW.certificate_id IS DISTINCT FROM OLD.certificate_id OR NEW.wish IS DISTINCT FROM OLD.wish OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.asked_at IS DISTINCT FROM OLD.asked_at OR NEW.asked_by_id IS DISTINCT FROM OLD.asked_by_id OR (OLD.decided_at IS NOT NULL AND NEW.decided_at IS DISTINCT FROM OLD.decided_at) OR (OLD.decided_by_id IS NOT NULL AND NEW.decided_by_id IS DISTINCT FROM OLD.decided_by_id) OR (OLD.done_at IS NOT NULL AND NEW.done_at IS DISTINCT FROM OLD.done_at) THEN
    RAISE EXCEPTION 'what was certified stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'revocation_request_stays';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.shown_name_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'what was certified stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'shown_name_stays';
  END IF;
  IF NEW.enrolment_id IS DISTINCT FROM OLD.enrolment_id OR NEW.shows IS DISTINCT FROM OLD.shows OR NEW.chosen_at IS DISTINCT FROM OLD.chosen_at OR NEW.chosen_by_id IS DISTINCT FROM OLD.chosen_by_id THEN
    RAISE EXCEPTION 'what was certified stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'shown_name_stays';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.signature_before_closing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  closed timestamptz;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    SELECT closed_at INTO closed FROM training_halfday WHERE id = OLD.half_day_id FOR SHARE;
  END IF;
  IF closed IS NULL AND TG_OP <> 'DELETE' THEN
    SELECT closed_at INTO closed FROM training_halfday WHERE id = NEW.half_day_id FOR SHARE;
  END IF;
  IF closed IS NOT NULL THEN
    RAISE EXCEPTION 'the register is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_before_closing';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE FUNCTION public.signature_is_final() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'this is final' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_is_final';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.statement_certified_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'what was certified stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_certified_stays';
  END IF;
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.enrolment_id IS DISTINCT FROM OLD.enrolment_id OR NEW.month IS DISTINCT FROM OLD.month OR NEW.number IS DISTINCT FROM OLD.number OR NEW.facts IS DISTINCT FROM OLD.facts OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.certified_at IS DISTINCT FROM OLD.certified_at OR NEW.certified_by_id IS DISTINCT FROM OLD.certified_by_id OR (OLD.document_id IS NOT NULL AND NEW.document_id IS DISTINCT FROM OLD.document_id) OR (OLD.replaced_at IS NOT NULL AND NEW.replaced_at IS DISTINCT FROM OLD.replaced_at) THEN
    RAISE EXCEPTION 'what was certified stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_certified_stays';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.template_published_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF OLD.published_at IS NOT NULL AND (TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD) THEN
    RAISE EXCEPTION 'a published version stays'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'template_published_stays';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE FUNCTION public.tick_is_appended() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  OLD.by_id := NEW.by_id;
  IF TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'this is final' USING ERRCODE = 'check_violation', CONSTRAINT = 'tick_is_appended';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.unavailability_not_while_teaching() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TRUE AND (TG_OP = 'INSERT' OR (NEW.trainer_id, NEW.first_day, NEW.first_part, NEW.last_day, NEW.last_part) IS DISTINCT FROM (OLD.trainer_id, OLD.first_day, OLD.first_part, OLD.last_day, OLD.last_part)) THEN
    PERFORM 1 FROM accounts_user WHERE id = NEW.trainer_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM training_halfday lesson
      WHERE lesson.trainer_id = NEW.trainer_id AND lesson.cancelled_at IS NULL
        AND (lesson.date, array_position(ARRAY['AM', 'PM', 'EVE'], lesson.part::text)) >= (NEW.first_day, array_position(ARRAY['AM', 'PM', 'EVE'], NEW.first_part::text)) AND (lesson.date, array_position(ARRAY['AM', 'PM', 'EVE'], lesson.part::text)) <= (NEW.last_day, array_position(ARRAY['AM', 'PM', 'EVE'], NEW.last_part::text))) THEN
      RAISE EXCEPTION 'a clash' USING ERRCODE = 'check_violation', CONSTRAINT = 'unavailability_not_while_teaching';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION public.voiding_is_final() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'this is final' USING ERRCODE = 'check_violation', CONSTRAINT = 'voiding_is_final';
  END IF;
  RETURN NEW;
END
$$;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_commune (
    code character varying(5) NOT NULL,
    name character varying(100) NOT NULL,
    postcodes jsonb NOT NULL,
    department character varying(3) NOT NULL,
    search_key character varying(100) NOT NULL
);
CREATE TABLE public.accounts_difference (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    one_id bigint NOT NULL,
    other_id bigint NOT NULL,
    said_by_id bigint,
    CONSTRAINT difference_in_order CHECK ((one_id < other_id))
);
ALTER TABLE public.accounts_difference ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_difference_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_lettertext (
    id bigint NOT NULL,
    kind character varying(100) NOT NULL,
    language character varying(2) NOT NULL,
    is_built_in boolean NOT NULL,
    subject character varying(120) NOT NULL,
    heading character varying(120) NOT NULL,
    body text NOT NULL,
    button character varying(60) NOT NULL,
    closing text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    written_by_id bigint,
    CONSTRAINT letter_text_has_words CHECK ((((body = ''::text) AND is_built_in AND ((subject)::text = ''::text)) OR ((NOT is_built_in) AND (NOT ((subject)::text = ''::text)) AND (NOT (body = ''::text)))))
);
ALTER TABLE public.accounts_lettertext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_lettertext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_membership (
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    is_manager boolean NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    user_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT membership_ends_after_start CHECK (((ended_on IS NULL) OR (ended_on >= started_on)))
);
ALTER TABLE public.accounts_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_message (
    id bigint NOT NULL,
    template character varying(100) NOT NULL,
    language character varying(2) NOT NULL,
    context jsonb NOT NULL,
    status character varying(10) NOT NULL,
    dedupe_key character varying(150) NOT NULL,
    attempts smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    recipient_id bigint NOT NULL,
    claimed_at timestamp with time zone,
    not_before timestamp with time zone NOT NULL,
    trouble character varying(20) NOT NULL,
    uid uuid DEFAULT gen_random_uuid() NOT NULL,
    CONSTRAINT accounts_message_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT message_in_trouble_says_why CHECK (((NOT ((status)::text = ANY ((ARRAY['UNSURE'::character varying, 'FAILED'::character varying, 'BOUNCED'::character varying])::text[]))) OR (NOT ((trouble)::text = ''::text)))),
    CONSTRAINT message_sending_has_claim CHECK (((NOT ((status)::text = 'SENDING'::text)) OR (claimed_at IS NOT NULL))),
    CONSTRAINT message_sent_has_date CHECK ((((sent_at IS NOT NULL) AND ((status)::text = ANY ((ARRAY['SENT'::character varying, 'BOUNCED'::character varying])::text[]))) OR ((NOT ((status)::text = ANY ((ARRAY['SENT'::character varying, 'BOUNCED'::character varying])::text[]))) AND (sent_at IS NULL))))
);
ALTER TABLE public.accounts_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_organisation (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    name_fr character varying(200) NOT NULL,
    name_nl character varying(200) NOT NULL,
    country character varying(2) NOT NULL,
    town character varying(100) NOT NULL,
    address text NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(20) NOT NULL,
    website character varying(200) NOT NULL,
    siret character varying(14) NOT NULL,
    enterprise_number character varying(10) NOT NULL,
    activity_number character varying(11) NOT NULL,
    activity_region character varying(60) NOT NULL,
    qualiopi_valid_until date,
    recognition_number character varying(40) NOT NULL,
    recognition_verified_on date,
    recognition_expires_on date,
    recognised_for_construction boolean NOT NULL,
    recognised_in_general boolean NOT NULL,
    verified_at timestamp with time zone,
    valid_from date,
    valid_to date,
    needs_confirmation boolean NOT NULL,
    CONSTRAINT organisation_ends_after_start CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
ALTER TABLE public.accounts_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_person (
    id bigint NOT NULL,
    given_name character varying(100) NOT NULL,
    family_name character varying(100) NOT NULL,
    birth_date date NOT NULL,
    phone character varying(20) NOT NULL,
    france_travail_identifier character varying(11) NOT NULL,
    france_travail_missing character varying(20) NOT NULL,
    language character varying(2) NOT NULL,
    name_key character varying(210) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    commune_id character varying(5),
    user_id bigint,
    merged_at timestamp with time zone,
    merged_into_id bigint,
    CONSTRAINT person_identifier_format CHECK ((((france_travail_identifier)::text = ''::text) OR ((france_travail_identifier)::text ~ '^([0-9]{7}[0-9A-Z]|[0-9]{11})$'::text))),
    CONSTRAINT person_identifier_or_reason CHECK ((((france_travail_identifier)::text = ''::text) OR ((france_travail_missing)::text = ''::text))),
    CONSTRAINT person_merged_is_empty CHECK ((((merged_at IS NULL) AND (merged_into_id IS NULL)) OR ((birth_date = '1900-01-01'::date) AND (commune_id IS NULL) AND ((family_name)::text = ''::text) AND ((france_travail_identifier)::text = ''::text) AND ((france_travail_missing)::text = ''::text) AND ((given_name)::text = ''::text) AND (merged_at IS NOT NULL) AND (merged_into_id IS NOT NULL) AND ((phone)::text = ''::text) AND (user_id IS NULL))))
);
ALTER TABLE public.accounts_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_stoppedletter (
    id bigint NOT NULL,
    kind character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.accounts_stoppedletter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_stoppedletter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    email character varying(254) NOT NULL,
    first_name character varying(100) NOT NULL,
    last_name character varying(100) NOT NULL,
    language character varying(2) NOT NULL
);
CREATE TABLE public.accounts_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.accounts_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.accounts_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certificates_apikey (
    id bigint NOT NULL,
    label character varying(60) NOT NULL,
    secret_sha256 character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ends_on date NOT NULL,
    last_used_on date,
    revoked_at timestamp with time zone,
    made_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    revoked_by_id bigint,
    CONSTRAINT api_key_has_a_name CHECK ((NOT ((label)::text = ''::text))),
    CONSTRAINT api_key_is_hashed CHECK (((secret_sha256)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT api_key_revoked_by_somebody CHECK ((((revoked_at IS NULL) AND (revoked_by_id IS NULL)) OR ((revoked_at IS NOT NULL) AND (revoked_by_id IS NOT NULL))))
);
ALTER TABLE public.certificates_apikey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_apikey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certificates_attestation (
    id bigint CONSTRAINT certificates_realisation_id_not_null NOT NULL,
    number smallint CONSTRAINT certificates_realisation_number_not_null NOT NULL,
    facts jsonb CONSTRAINT certificates_realisation_facts_not_null NOT NULL,
    reason character varying(200) CONSTRAINT certificates_realisation_reason_not_null NOT NULL,
    ordered_at timestamp with time zone CONSTRAINT certificates_realisation_issued_at_not_null NOT NULL,
    replaced_at timestamp with time zone,
    document_id bigint,
    enrolment_id bigint CONSTRAINT certificates_realisation_enrolment_id_not_null NOT NULL,
    ordered_by_id bigint CONSTRAINT certificates_realisation_issued_by_id_not_null NOT NULL,
    kind character varying(20) NOT NULL,
    trouble_fr character varying(300) NOT NULL,
    trouble_nl character varying(300) NOT NULL,
    reference uuid DEFAULT gen_random_uuid() NOT NULL,
    facts_sha256 character varying(64) NOT NULL,
    made_at timestamp with time zone,
    issuer_id bigint,
    place integer,
    previous_sha256 character varying(64) NOT NULL,
    record_sha256 character varying(64) NOT NULL,
    CONSTRAINT attestation_facts_have_a_hash CHECK (((facts_sha256)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT attestation_follows_another CHECK (((place IS NULL) OR ((place = 1) AND ((previous_sha256)::text = ''::text)) OR ((place > 1) AND ((previous_sha256)::text ~ '^[0-9a-f]{64}$'::text)))),
    CONSTRAINT attestation_made_is_in_the_chain CHECK ((((document_id IS NOT NULL) AND (issuer_id IS NOT NULL) AND (made_at IS NOT NULL) AND (place IS NOT NULL) AND ((record_sha256)::text ~ '^[0-9a-f]{64}$'::text)) OR ((document_id IS NULL) AND (issuer_id IS NULL) AND (made_at IS NULL) AND (place IS NULL) AND ((previous_sha256)::text = ''::text) AND ((record_sha256)::text = ''::text)))),
    CONSTRAINT attestation_new_version_has_a_reason CHECK ((((number = 1) AND ((reason)::text = ''::text)) OR (((kind)::text = 'PROFILE'::text) AND (number > 1)) OR ((number > 1) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT attestation_replaced_was_made CHECK (((replaced_at IS NULL) OR (document_id IS NOT NULL))),
    CONSTRAINT attestation_trouble_in_both_languages CHECK (((((trouble_fr)::text = ''::text) AND ((trouble_nl)::text = ''::text)) OR ((NOT ((trouble_fr)::text = ''::text)) AND (NOT ((trouble_nl)::text = ''::text)) AND (NOT (document_id IS NOT NULL))))),
    CONSTRAINT certificates_attestation_place_check CHECK ((place >= 0)),
    CONSTRAINT certificates_realisation_number_check CHECK ((number >= 0))
);
CREATE TABLE public.certificates_certificate (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    code character varying(12) NOT NULL,
    facts jsonb NOT NULL,
    facts_version smallint NOT NULL,
    facts_sha256 character varying(64) NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revocation_reason character varying(20) NOT NULL,
    document_id bigint NOT NULL,
    enrolment_id bigint NOT NULL,
    issued_by_id bigint NOT NULL,
    replaced_by_id bigint,
    revoked_by_id bigint,
    credential jsonb,
    issuer_id bigint NOT NULL,
    number integer NOT NULL,
    previous_sha256 character varying(64) NOT NULL,
    record_sha256 character varying(64) NOT NULL,
    status_index integer,
    key_id bigint,
    status_list_id bigint,
    valid_until date,
    CONSTRAINT certificate_code_is_crockford CHECK (((code)::text ~ '^[0-9A-HJKMNP-TV-Z]{12}$'::text)),
    CONSTRAINT certificate_credential_is_whole CHECK ((((credential IS NULL) AND (key_id IS NULL) AND (status_index IS NULL) AND (status_list_id IS NULL)) OR ((credential IS NOT NULL) AND (key_id IS NOT NULL) AND (status_index < 131072) AND (status_list_id IS NOT NULL)))),
    CONSTRAINT certificate_expires_after_issue CHECK (((valid_until IS NULL) OR (valid_until > issued_at))),
    CONSTRAINT certificate_expires_as_certified CHECK ((((valid_until IS NULL) AND (NOT (facts ? 'valid_until'::text))) OR ((facts ? 'valid_until'::text) AND (valid_until = ((facts ->> 'valid_until'::text))::date) AND (valid_until IS NOT NULL)))),
    CONSTRAINT certificate_facts_have_a_hash CHECK (((facts_sha256)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT certificate_follows_another CHECK ((((number = 1) AND ((previous_sha256)::text = ''::text)) OR ((number > 1) AND ((previous_sha256)::text ~ '^[0-9a-f]{64}$'::text)))),
    CONSTRAINT certificate_replaced_by_another CHECK (((replaced_by_id IS NULL) OR (NOT ((replaced_by_id = id) AND (replaced_by_id IS NOT NULL))))),
    CONSTRAINT certificate_revoked_has_date_and_reason CHECK ((((revoked_at IS NOT NULL) AND (revoked_by_id IS NOT NULL) AND (NOT ((revocation_reason)::text = ''::text))) OR ((replaced_by_id IS NULL) AND ((revocation_reason)::text = ''::text) AND (revoked_at IS NULL) AND (revoked_by_id IS NULL)))),
    CONSTRAINT certificates_certificate_facts_version_check CHECK ((facts_version >= 0)),
    CONSTRAINT certificates_certificate_number_check CHECK ((number >= 0)),
    CONSTRAINT certificates_certificate_status_index_check CHECK ((status_index >= 0))
);
ALTER TABLE public.certificates_certificate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_certificate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certificates_issuebatch (
    id bigint NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    sends_letters boolean NOT NULL,
    finished_at timestamp with time zone,
    requested_by_id bigint NOT NULL,
    session_id bigint NOT NULL
);
ALTER TABLE public.certificates_issuebatch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_issuebatch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certificates_issueitem (
    id bigint NOT NULL,
    state character varying(10) NOT NULL,
    message_fr text NOT NULL,
    message_nl text NOT NULL,
    batch_id bigint NOT NULL,
    certificate_id bigint,
    enrolment_id bigint NOT NULL,
    CONSTRAINT issue_item_issued_has_certificate CHECK ((((certificate_id IS NOT NULL) AND ((state)::text = ANY ((ARRAY['ISSUED'::character varying, 'ALREADY'::character varying])::text[]))) OR ((NOT ((state)::text = ANY ((ARRAY['ISSUED'::character varying, 'ALREADY'::character varying])::text[]))) AND (certificate_id IS NULL))))
);
ALTER TABLE public.certificates_issueitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_issueitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certificates_issuer (
    id bigint NOT NULL,
    signatory_name character varying(150) NOT NULL,
    signatory_role_fr character varying(150) NOT NULL,
    signatory_role_nl character varying(150) NOT NULL,
    place character varying(100) NOT NULL,
    programme character varying(100) NOT NULL,
    provider_id bigint NOT NULL,
    issued integer NOT NULL,
    last_sha256 character varying(64) NOT NULL,
    valid_years smallint,
    attested integer NOT NULL,
    last_attested_sha256 character varying(64) NOT NULL,
    CONSTRAINT certificates_issuer_attested_check CHECK ((attested >= 0)),
    CONSTRAINT certificates_issuer_issued_check CHECK ((issued >= 0)),
    CONSTRAINT certificates_issuer_valid_years_check CHECK ((valid_years >= 0)),
    CONSTRAINT issuer_years_of_validity CHECK (((valid_years IS NULL) OR ((valid_years >= 1) AND (valid_years <= 20))))
);
ALTER TABLE public.certificates_issuer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_issuer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certificates_issuerkey (
    id bigint NOT NULL,
    public_text character varying(60) NOT NULL,
    state character varying(12) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    active_from timestamp with time zone,
    active_until timestamp with time zone,
    compromised_at timestamp with time zone,
    CONSTRAINT issuer_key_compromised_since CHECK ((((compromised_at IS NOT NULL) AND ((state)::text = 'COMPROMISED'::text)) OR ((NOT ((state)::text = 'COMPROMISED'::text)) AND (compromised_at IS NULL)))),
    CONSTRAINT issuer_key_state_has_its_dates CHECK ((((active_from IS NULL) AND (active_until IS NULL) AND ((state)::text = 'NEXT'::text)) OR ((active_from IS NOT NULL) AND (active_until IS NULL) AND ((state)::text = 'ACTIVE'::text)) OR ((active_from IS NOT NULL) AND (active_until IS NOT NULL) AND ((state)::text = 'RETIRED'::text)) OR ((state)::text = 'COMPROMISED'::text)))
);
ALTER TABLE public.certificates_issuerkey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_issuerkey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.certificates_attestation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_realisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certificates_revocationrequest (
    id bigint NOT NULL,
    wish character varying(8) NOT NULL,
    reason character varying(20) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    decision character varying(9) NOT NULL,
    decided_at timestamp with time zone,
    done_at timestamp with time zone,
    message_fr text NOT NULL,
    message_nl text NOT NULL,
    asked_by_id bigint NOT NULL,
    certificate_id bigint NOT NULL,
    decided_by_id bigint,
    CONSTRAINT revocation_request_decided_by_somebody CHECK ((((decided_at IS NULL) AND (decided_by_id IS NULL) AND ((decision)::text = ''::text)) OR ((NOT ((decision)::text = ''::text)) AND (decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL)))),
    CONSTRAINT revocation_request_done_was_confirmed CHECK (((done_at IS NULL) OR ((decision)::text = 'CONFIRMED'::text))),
    CONSTRAINT revocation_request_second_person CHECK ((((decision)::text = ANY ((ARRAY[''::character varying, 'DECLINED'::character varying])::text[])) OR (NOT ((decided_by_id = asked_by_id) AND (decided_by_id IS NOT NULL)))))
);
ALTER TABLE public.certificates_revocationrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_revocationrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certificates_sharelink (
    id bigint NOT NULL,
    token_sha256 character varying(64) NOT NULL,
    for_whom character varying(80) NOT NULL,
    includes_file boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    certificate_id bigint NOT NULL,
    CONSTRAINT share_link_ends_within_a_year CHECK (((ends_at > made_at) AND (ends_at <= (made_at + '366 days'::interval)))),
    CONSTRAINT share_link_keeps_a_hash CHECK (((token_sha256)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT share_link_withdrawn_after_it_was_made CHECK (((withdrawn_at IS NULL) OR (withdrawn_at >= made_at)))
);
ALTER TABLE public.certificates_sharelink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_sharelink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certificates_shareview (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    organisation character varying(120) NOT NULL,
    link_id bigint NOT NULL
);
ALTER TABLE public.certificates_shareview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_shareview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certificates_shownname (
    id bigint NOT NULL,
    shows character varying(8) NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    chosen_by_id bigint NOT NULL,
    enrolment_id bigint NOT NULL,
    CONSTRAINT shown_name_is_one_of_three CHECK (((shows)::text = ANY ((ARRAY['FULL'::character varying, 'INITIALS'::character varying, 'CHECK'::character varying])::text[])))
);
ALTER TABLE public.certificates_shownname ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_shownname_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE SEQUENCE public.certificates_status_place
    START WITH 0
    INCREMENT BY 1
    MINVALUE 0
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.certificates_statuslist (
    id bigint NOT NULL,
    ordinal integer NOT NULL,
    name character varying(12) NOT NULL,
    shuffle bigint NOT NULL,
    credential jsonb,
    signed_at timestamp with time zone,
    CONSTRAINT certificates_statuslist_ordinal_check CHECK ((ordinal >= 0))
);
ALTER TABLE public.certificates_statuslist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_statuslist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certificates_template (
    id bigint NOT NULL,
    paper character varying(40) NOT NULL,
    provider_id bigint
);
ALTER TABLE public.certificates_template ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_template_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certificates_templateproof (
    id bigint NOT NULL,
    sample character varying(20) NOT NULL,
    design_sha256 character varying(64) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone,
    trouble_fr text NOT NULL,
    trouble_nl text NOT NULL,
    pdf bytea,
    picture bytea,
    version_id bigint NOT NULL,
    CONSTRAINT template_proof_is_made_or_says_why CHECK ((((made_at IS NULL) AND (pdf IS NULL) AND (picture IS NULL) AND (trouble_fr = ''::text) AND (trouble_nl = ''::text)) OR ((made_at IS NOT NULL) AND (pdf IS NOT NULL) AND (picture IS NOT NULL) AND (trouble_fr = ''::text) AND (trouble_nl = ''::text)) OR ((made_at IS NOT NULL) AND (pdf IS NULL) AND (picture IS NULL) AND (NOT (trouble_fr = ''::text)) AND (NOT (trouble_nl = ''::text)))))
);
ALTER TABLE public.certificates_templateproof ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_templateproof_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certificates_templateversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    design jsonb NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    changed_by_id bigint,
    published_by_id bigint,
    template_id bigint NOT NULL,
    CONSTRAINT certificates_templateversion_number_check CHECK ((number >= 0))
);
ALTER TABLE public.certificates_templateversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_templateversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certificates_verification (
    id uuid NOT NULL,
    answer character varying(10) NOT NULL,
    language character varying(2) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    certificate_id bigint,
    CONSTRAINT verification_known_has_certificate CHECK (((((answer)::text = 'UNKNOWN'::text) AND (certificate_id IS NULL)) OR ((NOT ((answer)::text = 'UNKNOWN'::text)) AND (certificate_id IS NOT NULL))))
);
CREATE TABLE public.cms_accessibilitypage (
    page_ptr_id integer NOT NULL,
    only_this_language boolean NOT NULL,
    ready boolean NOT NULL,
    menu_title character varying(30) NOT NULL,
    show_in_footer boolean NOT NULL,
    conformity character varying(10) NOT NULL,
    audited_on date,
    audited_by character varying(150) NOT NULL,
    audit_rate smallint,
    results text NOT NULL,
    not_accessible text NOT NULL,
    derogations text NOT NULL,
    out_of_scope text NOT NULL,
    technologies character varying(200) NOT NULL,
    tested_with text NOT NULL,
    contact text NOT NULL,
    recourse text NOT NULL,
    established_on date NOT NULL,
    verified_by character varying(150) NOT NULL,
    verified_on date,
    CONSTRAINT accessibility_compliance_needs_an_audit CHECK ((((conformity)::text = 'NONE'::text) OR ((audit_rate IS NOT NULL) AND (audited_on IS NOT NULL)))),
    CONSTRAINT accessibility_rate_is_a_percentage CHECK (((audit_rate IS NULL) OR (audit_rate <= 100))),
    CONSTRAINT cms_accessibilitypage_audit_rate_check CHECK ((audit_rate >= 0))
);
CREATE TABLE public.cms_cataloguepage (
    page_ptr_id integer NOT NULL,
    only_this_language boolean NOT NULL,
    ready boolean NOT NULL,
    menu_title character varying(30) NOT NULL,
    show_in_footer boolean NOT NULL,
    lead text NOT NULL,
    empty_text text NOT NULL
);
CREATE TABLE public.cms_contactsettings (
    id bigint NOT NULL,
    phone character varying(30) NOT NULL,
    email character varying(254) NOT NULL,
    address text NOT NULL,
    hours_fr character varying(150) NOT NULL,
    hours_nl character varying(150) NOT NULL,
    disability_name character varying(150) NOT NULL,
    disability_email character varying(254) NOT NULL,
    disability_phone character varying(30) NOT NULL,
    dpo_email character varying(254) NOT NULL
);
ALTER TABLE public.cms_contactsettings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_contactsettings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cms_coursepage (
    page_ptr_id integer NOT NULL,
    only_this_language boolean NOT NULL,
    ready boolean NOT NULL,
    menu_title character varying(30) NOT NULL,
    show_in_footer boolean NOT NULL,
    introduction text NOT NULL,
    course_id bigint NOT NULL
);
CREATE TABLE public.cms_fundingsettings (
    id bigint NOT NULL,
    programme_fr character varying(100) NOT NULL,
    programme_nl character varying(100) NOT NULL,
    project_fr text NOT NULL,
    project_nl text NOT NULL
);
ALTER TABLE public.cms_fundingsettings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_fundingsettings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cms_homepage (
    page_ptr_id integer NOT NULL,
    only_this_language boolean NOT NULL,
    ready boolean NOT NULL,
    menu_title character varying(30) NOT NULL,
    show_in_footer boolean NOT NULL,
    lead text NOT NULL,
    steps jsonb NOT NULL,
    agencies_title character varying(100) NOT NULL,
    agencies_text text NOT NULL
);
CREATE TABLE public.cms_privacypage (
    page_ptr_id integer NOT NULL,
    only_this_language boolean NOT NULL,
    ready boolean NOT NULL,
    menu_title character varying(30) NOT NULL,
    show_in_footer boolean NOT NULL,
    lead text NOT NULL,
    version character varying(20) NOT NULL,
    verified_on date,
    verified_by character varying(150) NOT NULL,
    layers jsonb NOT NULL
);
CREATE TABLE public.cms_standardpage (
    page_ptr_id integer NOT NULL,
    only_this_language boolean NOT NULL,
    ready boolean NOT NULL,
    menu_title character varying(30) NOT NULL,
    show_in_footer boolean NOT NULL,
    purpose character varying(10) NOT NULL,
    lead text NOT NULL,
    body jsonb NOT NULL
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.documents_document (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    language character varying(2) NOT NULL,
    title character varying(200) NOT NULL,
    file character varying(120) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    pages smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT document_has_a_fingerprint CHECK (((sha256)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT document_is_not_empty CHECK (((pages > 0) AND (size > 0))),
    CONSTRAINT document_language_is_ours CHECK (((language)::text = ANY ((ARRAY['fr'::character varying, 'nl'::character varying])::text[]))),
    CONSTRAINT documents_document_pages_check CHECK ((pages >= 0)),
    CONSTRAINT documents_document_size_check CHECK ((size >= 0))
);
ALTER TABLE public.documents_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.simple_translation_simpletranslation (
    id integer NOT NULL
);
ALTER TABLE public.simple_translation_simpletranslation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.simple_translation_simpletranslation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taggit_tag (
    id integer NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(100) NOT NULL
);
ALTER TABLE public.taggit_tag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taggit_taggeditem (
    id integer NOT NULL,
    object_id integer NOT NULL,
    content_type_id integer NOT NULL,
    tag_id integer NOT NULL
);
ALTER TABLE public.taggit_taggeditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_taggeditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_absencecode (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    label_fr character varying(100) NOT NULL,
    label_nl character varying(100) NOT NULL,
    justified boolean NOT NULL,
    proof_required boolean NOT NULL,
    hours_due boolean NOT NULL,
    "order" smallint NOT NULL,
    retired boolean NOT NULL,
    may_be_announced boolean NOT NULL,
    pay_effect character varying(8) NOT NULL,
    tells_nobody boolean NOT NULL,
    CONSTRAINT training_absencecode_order_check CHECK (("order" >= 0))
);
ALTER TABLE public.training_absencecode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_absencecode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_absenceproof (
    id bigint NOT NULL,
    file character varying(120) NOT NULL,
    media_type character varying(40) NOT NULL,
    size integer NOT NULL,
    scan character varying(8) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    state character varying(8) NOT NULL,
    decided_at timestamp with time zone,
    refusal character varying(12) NOT NULL,
    absence_code_id bigint NOT NULL,
    added_by_id bigint,
    decided_by_id bigint,
    enrolment_id bigint NOT NULL,
    CONSTRAINT proof_decided_has_date CHECK ((((decided_at IS NULL) AND ((state)::text = 'WAITING'::text)) OR ((NOT ((state)::text = 'WAITING'::text)) AND (decided_at IS NOT NULL)))),
    CONSTRAINT proof_ends_after_start CHECK ((last_day >= first_day)),
    CONSTRAINT proof_infected_has_no_file CHECK (((((file)::text = ''::text) AND ((scan)::text = 'INFECTED'::text)) OR (NOT ((scan)::text = 'INFECTED'::text)))),
    CONSTRAINT proof_refused_has_reason_and_no_file CHECK (((((file)::text = ''::text) AND ((state)::text = 'REFUSED'::text) AND (NOT ((refusal)::text = ''::text))) OR ((NOT ((state)::text = 'REFUSED'::text)) AND ((refusal)::text = ''::text)))),
    CONSTRAINT training_absenceproof_size_check CHECK ((size >= 0))
);
ALTER TABLE public.training_absenceproof ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_absenceproof_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_alert (
    id bigint NOT NULL,
    kind character varying(14) NOT NULL,
    percent smallint,
    raised_at timestamp with time zone NOT NULL,
    enrolment_id bigint,
    half_day_id bigint NOT NULL,
    CONSTRAINT alert_about_somebody_or_a_register CHECK ((((enrolment_id IS NOT NULL) AND ((kind)::text = ANY ((ARRAY['UNJUSTIFIED'::character varying, 'LOW_RATE'::character varying])::text[]))) OR ((NOT ((kind)::text = ANY ((ARRAY['UNJUSTIFIED'::character varying, 'LOW_RATE'::character varying])::text[]))) AND (enrolment_id IS NULL)))),
    CONSTRAINT training_alert_percent_check CHECK ((percent >= 0))
);
ALTER TABLE public.training_alert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_alert_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_alertrule (
    id bigint NOT NULL,
    kind character varying(14) NOT NULL,
    to_learner boolean NOT NULL,
    to_trainer boolean NOT NULL,
    to_coordinator boolean NOT NULL,
    to_prescriber boolean NOT NULL,
    session_id bigint NOT NULL,
    CONSTRAINT alert_of_register_stays_inside CHECK ((((kind)::text = ANY ((ARRAY['UNJUSTIFIED'::character varying, 'LOW_RATE'::character varying])::text[])) OR ((NOT to_learner) AND (NOT to_prescriber))))
);
ALTER TABLE public.training_alertrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_alertrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_amendment (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(300) NOT NULL,
    old_minutes_late smallint NOT NULL,
    old_minutes_left_early smallint NOT NULL,
    minutes_late smallint NOT NULL,
    minutes_left_early smallint NOT NULL,
    document character varying(120) NOT NULL,
    media_type character varying(40) NOT NULL,
    document_hash character varying(64) NOT NULL,
    absence_code_id bigint,
    before_id bigint,
    by_id bigint NOT NULL,
    mark_id bigint NOT NULL,
    old_absence_code_id bigint,
    link_id bigint NOT NULL,
    CONSTRAINT amendment_absent_has_no_minutes CHECK (((absence_code_id IS NULL) OR ((minutes_late = 0) AND (minutes_left_early = 0)))),
    CONSTRAINT amendment_document_has_a_hash CHECK (((((document)::text = ''::text) AND ((document_hash)::text = ''::text) AND ((media_type)::text = ''::text)) OR ((NOT ((document)::text = ''::text)) AND (NOT ((document_hash)::text = ''::text)) AND (NOT ((media_type)::text = ''::text))))),
    CONSTRAINT amendment_has_a_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT training_amendment_minutes_late_check CHECK ((minutes_late >= 0)),
    CONSTRAINT training_amendment_minutes_left_early_check CHECK ((minutes_left_early >= 0)),
    CONSTRAINT training_amendment_old_minutes_late_check CHECK ((old_minutes_late >= 0)),
    CONSTRAINT training_amendment_old_minutes_left_early_check CHECK ((old_minutes_left_early >= 0))
);
ALTER TABLE public.training_amendment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_amendment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_announcedabsence (
    id bigint NOT NULL,
    announced_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    absence_code_id bigint NOT NULL,
    announced_by_id bigint,
    enrolment_id bigint NOT NULL,
    half_day_id bigint NOT NULL,
    CONSTRAINT announced_absence_taken_back_later CHECK (((withdrawn_at IS NULL) OR (withdrawn_at >= announced_at)))
);
ALTER TABLE public.training_announcedabsence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_announcedabsence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_assessment (
    id bigint NOT NULL,
    moment character varying(6) NOT NULL,
    skill character varying(3) NOT NULL,
    level character varying(6) NOT NULL,
    source character varying(15) NOT NULL,
    assessed_on date NOT NULL,
    comment_fr character varying(500) CONSTRAINT training_assessment_comment_not_null NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    assessor_id bigint,
    enrolment_id bigint NOT NULL,
    comment_nl character varying(500) NOT NULL,
    CONSTRAINT assessment_trainer_has_a_name CHECK (((NOT ((source)::text = 'TRAINER'::text)) OR (assessor_id IS NOT NULL)))
);
ALTER TABLE public.training_assessment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_assessment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_attachment (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    file character varying(120) NOT NULL,
    media_type character varying(40) NOT NULL,
    size integer NOT NULL,
    scan character varying(8) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint,
    enrolment_id bigint NOT NULL,
    CONSTRAINT attachment_infected_has_no_file CHECK (((((file)::text = ''::text) AND ((scan)::text = 'INFECTED'::text)) OR (NOT ((scan)::text = 'INFECTED'::text)))),
    CONSTRAINT training_attachment_size_check CHECK ((size >= 0))
);
ALTER TABLE public.training_attachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_attendance (
    id bigint NOT NULL,
    minutes_late smallint NOT NULL,
    minutes_left_early smallint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    absence_code_id bigint,
    recorded_by_id bigint NOT NULL,
    enrolment_id bigint NOT NULL,
    half_day_id bigint NOT NULL,
    CONSTRAINT attendance_absent_has_no_minutes CHECK (((absence_code_id IS NULL) OR ((minutes_late = 0) AND (minutes_left_early = 0)))),
    CONSTRAINT training_attendance_minutes_late_check CHECK ((minutes_late >= 0)),
    CONSTRAINT training_attendance_minutes_left_early_check CHECK ((minutes_left_early >= 0))
);
ALTER TABLE public.training_attendance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_attendance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_calendarfeed (
    id bigint NOT NULL,
    key character varying(32) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    user_id bigint NOT NULL
);
ALTER TABLE public.training_calendarfeed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_calendarfeed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_cando (
    id bigint NOT NULL,
    level character varying(6) NOT NULL,
    skill character varying(3) NOT NULL,
    text_fr character varying(200) NOT NULL,
    text_nl character varying(200) NOT NULL,
    "order" smallint NOT NULL,
    sector_id bigint,
    example character varying(200) NOT NULL,
    domain_id bigint,
    code character varying(40) NOT NULL,
    CONSTRAINT training_cando_order_check CHECK (("order" >= 0))
);
ALTER TABLE public.training_cando ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_cando_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_candotick (
    id bigint NOT NULL,
    source character varying(15) NOT NULL,
    answer smallint NOT NULL,
    ticked_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    can_do_id bigint NOT NULL,
    enrolment_id bigint NOT NULL,
    CONSTRAINT tick_is_of_trainer_or_self CHECK (((source)::text = ANY ((ARRAY['SELF'::character varying, 'TRAINER'::character varying])::text[]))),
    CONSTRAINT training_candotick_answer_check CHECK ((answer >= 0))
);
ALTER TABLE public.training_candotick ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_candotick_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_chainlink (
    id bigint NOT NULL,
    number integer NOT NULL,
    kind character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    payload text NOT NULL,
    previous_hash character varying(64) NOT NULL,
    hash character varying(64) NOT NULL,
    half_day_id bigint NOT NULL,
    session_id bigint NOT NULL,
    CONSTRAINT chain_link_has_fingerprints CHECK ((((hash)::text ~ '^[0-9a-f]{64}$'::text) AND ((previous_hash)::text ~ '^[0-9a-f]{64}$'::text))),
    CONSTRAINT training_chainlink_number_check CHECK ((number >= 0))
);
ALTER TABLE public.training_chainlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_chainlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_chosenoccupation (
    id bigint NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    occupation_id bigint NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.training_chosenoccupation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_chosenoccupation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_conditions (
    id bigint NOT NULL,
    minimum_age smallint NOT NULL,
    maximum_age smallint,
    jobseekers_only boolean NOT NULL,
    territories character varying(5)[] NOT NULL,
    all_hours boolean NOT NULL,
    session_id bigint NOT NULL,
    CONSTRAINT conditions_ages_in_order CHECK (((maximum_age IS NULL) OR (maximum_age >= minimum_age))),
    CONSTRAINT conditions_for_adults CHECK ((minimum_age >= 18)),
    CONSTRAINT training_conditions_maximum_age_check CHECK ((maximum_age >= 0)),
    CONSTRAINT training_conditions_minimum_age_check CHECK ((minimum_age >= 0))
);
CREATE TABLE public.training_conditions_communes (
    id bigint NOT NULL,
    conditions_id bigint NOT NULL,
    commune_id character varying(5) NOT NULL
);
ALTER TABLE public.training_conditions_communes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_conditions_communes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.training_conditions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_conditions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_contact (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    channel character varying(10) NOT NULL,
    direction character varying(10) NOT NULL,
    what character varying(500) NOT NULL,
    next_step character varying(200) NOT NULL,
    next_on date,
    by_id bigint,
    enrolment_id bigint NOT NULL,
    CONSTRAINT contact_next_step_has_a_day CHECK ((((next_on IS NULL) AND ((next_step)::text = ''::text)) OR ((NOT ((next_step)::text = ''::text)) AND (next_on IS NOT NULL))))
);
ALTER TABLE public.training_contact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_contact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_course (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    title_fr character varying(150) NOT NULL,
    title_nl character varying(150) NOT NULL,
    summary_fr character varying(250) NOT NULL,
    summary_nl character varying(250) NOT NULL,
    entry_level character varying(6) NOT NULL,
    target_level character varying(6) NOT NULL,
    minutes integer NOT NULL,
    objectives_fr text NOT NULL,
    objectives_nl text NOT NULL,
    audience_fr text NOT NULL,
    audience_nl text NOT NULL,
    prerequisites_fr text NOT NULL,
    prerequisites_nl text NOT NULL,
    methods_fr text NOT NULL,
    methods_nl text NOT NULL,
    evaluation_fr text NOT NULL,
    evaluation_nl text NOT NULL,
    accessibility_fr text NOT NULL,
    accessibility_nl text NOT NULL,
    access_delay_fr character varying(200) NOT NULL,
    access_delay_nl character varying(200) NOT NULL,
    price_cents integer NOT NULL,
    minimum_rate smallint NOT NULL,
    skills_needed smallint NOT NULL,
    updated_on date NOT NULL,
    retired_on date,
    sector_id bigint NOT NULL,
    can_do_share smallint NOT NULL,
    minimum_minutes integer,
    CONSTRAINT course_can_do_share_is_a_percentage CHECK (((can_do_share >= 1) AND (can_do_share <= 100))),
    CONSTRAINT course_five_skills CHECK ((skills_needed <= 5)),
    CONSTRAINT course_lasts CHECK ((minutes > 0)),
    CONSTRAINT course_minimum_can_be_followed CHECK (((minimum_minutes IS NULL) OR (minimum_minutes <= minutes))),
    CONSTRAINT course_rate_is_a_percentage CHECK ((minimum_rate <= 100)),
    CONSTRAINT training_course_can_do_share_check CHECK ((can_do_share >= 0)),
    CONSTRAINT training_course_minimum_minutes_check CHECK ((minimum_minutes >= 0)),
    CONSTRAINT training_course_minimum_rate_check CHECK ((minimum_rate >= 0)),
    CONSTRAINT training_course_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT training_course_price_cents_check CHECK ((price_cents >= 0)),
    CONSTRAINT training_course_skills_needed_check CHECK ((skills_needed >= 0))
);
CREATE TABLE public.training_course_can_dos (
    id bigint NOT NULL,
    course_id bigint NOT NULL,
    cando_id bigint NOT NULL
);
ALTER TABLE public.training_course_can_dos ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_course_can_dos_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.training_course ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_course_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_course_occupations (
    id bigint NOT NULL,
    course_id bigint NOT NULL,
    occupation_id bigint NOT NULL
);
ALTER TABLE public.training_course_occupations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_course_occupations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_delivery (
    id bigint NOT NULL,
    channel character varying(6) NOT NULL,
    language character varying(2) NOT NULL,
    delivered_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone,
    trouble character varying(300) NOT NULL,
    by_id bigint,
    document_id bigint,
    enrolment_id bigint NOT NULL,
    pack_id bigint NOT NULL,
    CONSTRAINT delivery_opened_after CHECK (((opened_at IS NULL) OR (opened_at >= delivered_at)))
);
ALTER TABLE public.training_delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_enrolment (
    id bigint NOT NULL,
    status character varying(10) NOT NULL,
    queue_position integer,
    availability character varying(300) NOT NULL,
    motivation text NOT NULL,
    privacy_version character varying(20) NOT NULL,
    privacy_seen_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    offered_until timestamp with time zone,
    confirmed_at timestamp with time zone,
    entered_at timestamp with time zone,
    completed_at timestamp with time zone,
    exited_at timestamp with time zone,
    exit_reason character varying(30) NOT NULL,
    withdrawn_at timestamp with time zone,
    refused_at timestamp with time zone,
    refusal_reason character varying(30) NOT NULL,
    person_id bigint NOT NULL,
    referred_by_id bigint,
    session_id bigint NOT NULL,
    removal_announced_at timestamp with time zone,
    transferred_at timestamp with time zone,
    transferred_from_id bigint,
    pair_place smallint,
    open_request_id bigint,
    pair_id bigint,
    waived_at timestamp with time zone,
    inquiry character varying(10) NOT NULL,
    CONSTRAINT enrolment_completed_has_date CHECK (((((status)::text = 'COMPLETED'::text) AND (NOT (completed_at IS NULL))) OR ((NOT ((status)::text = 'COMPLETED'::text)) AND (completed_at IS NULL)))),
    CONSTRAINT enrolment_confirmed_has_date CHECK (((NOT ((status)::text = ANY ((ARRAY['CONFIRMED'::character varying, 'ENTERED'::character varying, 'COMPLETED'::character varying, 'EXITED'::character varying, 'NO_SHOW'::character varying])::text[]))) OR (confirmed_at IS NOT NULL))),
    CONSTRAINT enrolment_entered_has_date CHECK (((NOT ((status)::text = ANY ((ARRAY['ENTERED'::character varying, 'COMPLETED'::character varying, 'EXITED'::character varying])::text[]))) OR (entered_at IS NOT NULL))),
    CONSTRAINT enrolment_exit_has_date_and_reason CHECK ((((exited_at IS NOT NULL) AND ((status)::text = 'EXITED'::text) AND (NOT ((exit_reason)::text = ''::text))) OR ((NOT ((status)::text = 'EXITED'::text)) AND ((exit_reason)::text = ''::text) AND (exited_at IS NULL)))),
    CONSTRAINT enrolment_inquiry_before_decision CHECK ((((inquiry)::text = ''::text) OR ((status)::text = ANY ((ARRAY['SUBMITTED'::character varying, 'INTERVIEW'::character varying])::text[])))),
    CONSTRAINT enrolment_offer_has_deadline CHECK (((((status)::text = 'OFFERED'::text) AND (NOT (offered_until IS NULL))) OR ((NOT ((status)::text = 'OFFERED'::text)) AND (offered_until IS NULL)))),
    CONSTRAINT enrolment_pair_has_two_places CHECK ((((pair_id IS NULL) AND (pair_place IS NULL)) OR ((pair_id IS NOT NULL) AND (pair_place = ANY (ARRAY[1, 2]))))),
    CONSTRAINT enrolment_refusal_has_date_and_reason CHECK ((((refused_at IS NOT NULL) AND ((status)::text = 'REFUSED'::text) AND (NOT ((refusal_reason)::text = ''::text))) OR ((NOT ((status)::text = 'REFUSED'::text)) AND ((refusal_reason)::text = ''::text) AND (refused_at IS NULL)))),
    CONSTRAINT enrolment_sent_has_position CHECK ((((status)::text = 'DRAFT'::text) OR ((queue_position IS NOT NULL) AND (submitted_at IS NOT NULL)) OR ((status)::text = 'WITHDRAWN'::text))),
    CONSTRAINT enrolment_transfer_has_date CHECK (((((status)::text = 'MOVED'::text) AND (NOT (transferred_at IS NULL))) OR ((NOT ((status)::text = 'MOVED'::text)) AND (transferred_at IS NULL)))),
    CONSTRAINT enrolment_withdrawn_has_date CHECK (((((status)::text = 'WITHDRAWN'::text) AND (NOT (withdrawn_at IS NULL))) OR ((NOT ((status)::text = 'WITHDRAWN'::text)) AND (withdrawn_at IS NULL)))),
    CONSTRAINT training_enrolment_pair_place_check CHECK ((pair_place >= 0)),
    CONSTRAINT training_enrolment_queue_position_check CHECK ((queue_position >= 0))
);
ALTER TABLE public.training_enrolment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_enrolment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_enrolmentevent (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    from_status character varying(10) NOT NULL,
    to_status character varying(10) NOT NULL,
    reason character varying(30) NOT NULL,
    note character varying(1000) NOT NULL,
    by_id bigint,
    enrolment_id bigint NOT NULL
);
ALTER TABLE public.training_enrolmentevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_enrolmentevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_entrylevel (
    id bigint NOT NULL,
    skill character varying(3) NOT NULL,
    level character varying(6) NOT NULL,
    conditions_id bigint NOT NULL
);
ALTER TABLE public.training_entrylevel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_entrylevel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_evaluationdraft (
    id bigint NOT NULL,
    moment character varying(6) NOT NULL,
    typed jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    enrolment_id bigint NOT NULL,
    saved_by_id bigint
);
ALTER TABLE public.training_evaluationdraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_evaluationdraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_externalcertificate (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    profile character varying(60) NOT NULL,
    level character varying(6) NOT NULL,
    skills character varying(3)[] NOT NULL,
    dated date NOT NULL,
    number character varying(60) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    enrolment_id bigint NOT NULL,
    seen_by_id bigint,
    CONSTRAINT external_certificate_has_skills CHECK ((NOT (skills = '{}'::character varying(3)[])))
);
ALTER TABLE public.training_externalcertificate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_externalcertificate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_halfday (
    id bigint NOT NULL,
    date date NOT NULL,
    part character varying(3) NOT NULL,
    start_time time without time zone NOT NULL,
    end_time time without time zone NOT NULL,
    modality character varying(10) NOT NULL,
    uid uuid NOT NULL,
    sequence integer NOT NULL,
    cancelled_at timestamp with time zone,
    closed_at timestamp with time zone,
    closed_by_id bigint,
    trainer_id bigint,
    room_id bigint,
    session_id bigint NOT NULL,
    holiday_reason character varying(200) NOT NULL,
    crowded_reason character varying(200) NOT NULL,
    head_count smallint,
    unsigned_reason character varying(200) NOT NULL,
    CONSTRAINT half_day_at_most_four_and_a_half_hours CHECK (((end_time - start_time) <= '04:30:00'::interval)),
    CONSTRAINT half_day_closed_by_somebody CHECK ((((closed_at IS NULL) AND (closed_by_id IS NULL)) OR ((cancelled_at IS NULL) AND (closed_at IS NOT NULL) AND (closed_by_id IS NOT NULL)))),
    CONSTRAINT half_day_ends_after_start CHECK ((end_time > start_time)),
    CONSTRAINT half_day_is_of_a_part CHECK (((part)::text = ANY ((ARRAY['AM'::character varying, 'PM'::character varying, 'EVE'::character varying])::text[]))),
    CONSTRAINT training_halfday_head_count_check CHECK ((head_count >= 0)),
    CONSTRAINT training_halfday_sequence_check CHECK ((sequence >= 0))
);
ALTER TABLE public.training_halfday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_halfday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_import (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    status character varying(10) NOT NULL,
    language character varying(2) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    headers jsonb NOT NULL,
    mapping jsonb NOT NULL,
    total integer NOT NULL,
    created integer NOT NULL,
    changed integer NOT NULL,
    same integer NOT NULL,
    by_id bigint NOT NULL,
    attempts smallint NOT NULL,
    claimed_until timestamp with time zone,
    CONSTRAINT import_done_has_date CHECK ((((finished_at IS NOT NULL) AND ((status)::text = 'DONE'::text)) OR ((NOT ((status)::text = 'DONE'::text)) AND (finished_at IS NULL)))),
    CONSTRAINT training_import_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT training_import_changed_check CHECK ((changed >= 0)),
    CONSTRAINT training_import_created_check CHECK ((created >= 0)),
    CONSTRAINT training_import_same_check CHECK ((same >= 0)),
    CONSTRAINT training_import_total_check CHECK ((total >= 0))
);
ALTER TABLE public.training_import ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_importrow (
    id bigint NOT NULL,
    number integer NOT NULL,
    cells jsonb NOT NULL,
    outcome character varying(10) NOT NULL,
    errors jsonb NOT NULL,
    is_chosen boolean NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT training_importrow_number_check CHECK ((number >= 0))
);
ALTER TABLE public.training_importrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_importrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_interest (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    course_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.training_interest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_interest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_internalrules (
    id bigint NOT NULL,
    number smallint NOT NULL,
    valid_from date NOT NULL,
    text_fr text NOT NULL,
    text_nl text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    provider_id bigint,
    CONSTRAINT training_internalrules_number_check CHECK ((number >= 0))
);
ALTER TABLE public.training_internalrules ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_internalrules_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_kairosentry (
    id bigint NOT NULL,
    step character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    enrolment_id bigint NOT NULL
);
ALTER TABLE public.training_kairosentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_kairosentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_lessonnote (
    id bigint NOT NULL,
    text character varying(300) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    half_day_id bigint NOT NULL,
    written_by_id bigint NOT NULL
);
CREATE TABLE public.training_lessonnote_can_dos (
    id bigint NOT NULL,
    lessonnote_id bigint NOT NULL,
    cando_id bigint NOT NULL
);
ALTER TABLE public.training_lessonnote_can_dos ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_lessonnote_can_dos_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.training_lessonnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_lessonnote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_mandatoryhalfday (
    id bigint NOT NULL,
    purpose character varying(10) NOT NULL,
    half_day_id bigint NOT NULL
);
ALTER TABLE public.training_mandatoryhalfday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_mandatoryhalfday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_monthlystatement (
    id bigint NOT NULL,
    month date NOT NULL,
    number smallint NOT NULL,
    facts jsonb NOT NULL,
    reason character varying(200) NOT NULL,
    certified_at timestamp with time zone NOT NULL,
    replaced_at timestamp with time zone,
    trouble character varying(300) NOT NULL,
    certified_by_id bigint NOT NULL,
    document_id bigint,
    enrolment_id bigint NOT NULL,
    CONSTRAINT statement_new_version_has_a_reason CHECK ((((number = 1) AND ((reason)::text = ''::text)) OR ((number > 1) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT statement_of_a_whole_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT training_monthlystatement_number_check CHECK ((number >= 0))
);
ALTER TABLE public.training_monthlystatement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_monthlystatement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_occupation (
    id bigint NOT NULL,
    rome_code character varying(5) NOT NULL,
    rome_version character varying(10) NOT NULL,
    name_fr character varying(150) NOT NULL,
    name_nl character varying(150) NOT NULL,
    isco character varying(20) NOT NULL,
    minimum_interaction character varying(6) CONSTRAINT training_occupation_minimum_oral_not_null NOT NULL,
    minimum_reading character varying(6) NOT NULL,
    condition_fr character varying(150) NOT NULL,
    condition_nl character varying(150) NOT NULL,
    sector_id bigint NOT NULL,
    minimum_listening character varying(6) NOT NULL,
    minimum_production character varying(6) NOT NULL,
    minimum_writing character varying(6) NOT NULL
);
ALTER TABLE public.training_occupation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_occupation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_openrequest (
    id bigint NOT NULL,
    level character varying(6) NOT NULL,
    towns character varying(100)[] NOT NULL,
    rhythms character varying(10)[] NOT NULL,
    not_before date NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    privacy_version character varying(20) NOT NULL,
    closed_at timestamp with time zone,
    ended_by character varying(10) NOT NULL,
    person_id bigint NOT NULL,
    referred_by_id bigint,
    within_km smallint,
    CONSTRAINT open_request_closed_with_reason CHECK ((((closed_at IS NULL) AND ((ended_by)::text = ''::text)) OR ((closed_at IS NOT NULL) AND (NOT ((ended_by)::text = ''::text))))),
    CONSTRAINT open_request_near CHECK (((within_km IS NULL) OR (within_km = ANY (ARRAY[10, 20, 30])))),
    CONSTRAINT training_openrequest_within_km_check CHECK ((within_km >= 0))
);
ALTER TABLE public.training_openrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_openrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_openrequestevent (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(30) NOT NULL,
    request_id bigint NOT NULL,
    session_id bigint
);
ALTER TABLE public.training_openrequestevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_openrequestevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_pair (
    id bigint NOT NULL,
    code character varying(8) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    session_id bigint NOT NULL
);
ALTER TABLE public.training_pair ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_pair_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_papersheet (
    id bigint NOT NULL,
    file character varying(120) NOT NULL,
    media_type character varying(40) NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    scan character varying(8) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    filed_at timestamp with time zone,
    added_by_id bigint NOT NULL,
    filed_by_id bigint,
    session_id bigint NOT NULL,
    CONSTRAINT paper_sheet_filed_at_a_moment CHECK (((filed_by_id IS NULL) OR (filed_at IS NOT NULL))),
    CONSTRAINT paper_sheet_has_a_fingerprint CHECK (((sha256)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT paper_sheet_infected_has_no_file CHECK (((((file)::text = ''::text) AND ((scan)::text = 'INFECTED'::text)) OR (NOT ((scan)::text = 'INFECTED'::text)))),
    CONSTRAINT training_papersheet_size_check CHECK ((size >= 0))
);
CREATE TABLE public.training_papersheet_half_days (
    id bigint NOT NULL,
    papersheet_id bigint NOT NULL,
    halfday_id bigint NOT NULL
);
ALTER TABLE public.training_papersheet_half_days ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_papersheet_half_days_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.training_papersheet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_papersheet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_papersheet_shows (
    id bigint NOT NULL,
    papersheet_id bigint NOT NULL,
    halfday_id bigint NOT NULL
);
ALTER TABLE public.training_papersheet_shows ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_papersheet_shows_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_placementanswer (
    id bigint NOT NULL,
    choice smallint,
    answered_at timestamp with time zone NOT NULL,
    can_do_id bigint,
    attempt_id bigint NOT NULL,
    item_id bigint,
    CONSTRAINT placement_answer_to_one_thing CHECK ((((can_do_id IS NOT NULL) AND (item_id IS NULL)) OR ((can_do_id IS NULL) AND (item_id IS NOT NULL)))),
    CONSTRAINT training_placementanswer_choice_check CHECK ((choice >= 0))
);
ALTER TABLE public.training_placementanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_placementanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_placementattempt (
    id bigint NOT NULL,
    seed integer NOT NULL,
    cannot_listen boolean NOT NULL,
    wants_regional boolean NOT NULL,
    regional character varying(6) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    user_id bigint,
    CONSTRAINT training_placementattempt_seed_check CHECK ((seed >= 0))
);
ALTER TABLE public.training_placementattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_placementattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_placementitem (
    id bigint NOT NULL,
    code character varying(30) NOT NULL,
    part character varying(3) NOT NULL,
    level character varying(6) NOT NULL,
    text text NOT NULL,
    ask_fr character varying(200) NOT NULL,
    ask_nl character varying(200) NOT NULL,
    right_fr character varying(150) NOT NULL,
    right_nl character varying(150) NOT NULL,
    wrong_fr text NOT NULL,
    wrong_nl text NOT NULL,
    recording character varying(100) NOT NULL,
    retired boolean NOT NULL,
    CONSTRAINT placement_item_level_or_regional CHECK (((((level)::text = ''::text) AND ((part)::text = 'WVL'::text)) OR ((NOT ((part)::text = 'WVL'::text)) AND (NOT ((level)::text = ''::text)))))
);
ALTER TABLE public.training_placementitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_placementitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_placementresult (
    id bigint NOT NULL,
    skill character varying(3) NOT NULL,
    source character varying(15) NOT NULL,
    level character varying(6) NOT NULL,
    low character varying(6) NOT NULL,
    high character varying(6) NOT NULL,
    attempt_id bigint NOT NULL
);
ALTER TABLE public.training_placementresult ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_placementresult_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_printedsheet (
    id bigint NOT NULL,
    name character varying(10) NOT NULL,
    is_filled boolean NOT NULL,
    language character varying(2) NOT NULL,
    ordered_at timestamp with time zone NOT NULL,
    file character varying(120) NOT NULL,
    facts_sha256 character varying(64) NOT NULL,
    made_at timestamp with time zone,
    trouble character varying(300) NOT NULL,
    ordered_by_id bigint,
    session_id bigint NOT NULL,
    CONSTRAINT printed_sheet_made_is_whole CHECK (((((facts_sha256)::text = ''::text) AND ((file)::text = ''::text) AND (made_at IS NULL)) OR (((facts_sha256)::text ~ '^[0-9a-f]{64}$'::text) AND (made_at IS NOT NULL) AND ((trouble)::text = ''::text) AND (NOT ((file)::text = ''::text)))))
);
ALTER TABLE public.training_printedsheet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_printedsheet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_priorityrule (
    id bigint NOT NULL,
    rank smallint NOT NULL,
    organisation_id bigint,
    session_id bigint,
    CONSTRAINT priority_rule_rank CHECK (((rank >= 1) AND (rank <= 9))),
    CONSTRAINT training_priorityrule_rank_check CHECK ((rank >= 0))
);
ALTER TABLE public.training_priorityrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_priorityrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_referral (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    agreed_on date NOT NULL,
    agreed_how character varying(10) NOT NULL,
    message text NOT NULL,
    by_id bigint,
    enrolment_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT referral_with_agreement CHECK (((agreed_how)::text = ANY ((ARRAY['IN_PERSON'::character varying, 'PHONE'::character varying, 'WRITING'::character varying])::text[])))
);
ALTER TABLE public.training_referral ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_referral_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_registeraudit (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    sessions integer NOT NULL,
    links integer NOT NULL,
    CONSTRAINT training_registeraudit_links_check CHECK ((links >= 0)),
    CONSTRAINT training_registeraudit_sessions_check CHECK ((sessions >= 0))
);
ALTER TABLE public.training_registeraudit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_registeraudit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_registerchange (
    id bigint NOT NULL,
    uid uuid NOT NULL,
    minutes_late smallint NOT NULL,
    minutes_left_early smallint NOT NULL,
    seen_minutes_late smallint NOT NULL,
    seen_minutes_left_early smallint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    outcome character varying(10) NOT NULL,
    refused_because character varying(20) NOT NULL,
    settled_at timestamp with time zone,
    absence_code_id bigint,
    by_id bigint NOT NULL,
    enrolment_id bigint NOT NULL,
    half_day_id bigint NOT NULL,
    seen_absence_code_id bigint,
    settled_by_id bigint,
    kind character varying(9) NOT NULL,
    method character varying(5) NOT NULL,
    network character varying(50) NOT NULL,
    user_agent character varying(200) NOT NULL,
    written text NOT NULL,
    CONSTRAINT register_change_decided_is_settled CHECK (((((outcome)::text = ANY ((ARRAY['HOLDS'::character varying, 'SET_ASIDE'::character varying])::text[])) AND (settled_at IS NOT NULL)) OR ((outcome)::text = 'REFUSED'::text) OR ((NOT ((outcome)::text = ANY ((ARRAY['HOLDS'::character varying, 'SET_ASIDE'::character varying, 'REFUSED'::character varying])::text[]))) AND (settled_at IS NULL)))),
    CONSTRAINT register_change_is_mark_or_signature CHECK (((((kind)::text = 'MARK'::text) AND ((method)::text = ''::text) AND ((network)::text = ''::text) AND ((user_agent)::text = ''::text) AND (written = ''::text)) OR ((absence_code_id IS NULL) AND ((kind)::text = 'SIGNATURE'::text) AND ((method)::text = ANY ((ARRAY['DRAWN'::character varying, 'TYPED'::character varying])::text[]))))),
    CONSTRAINT register_change_keeps_what_stands_nowhere_else CHECK ((((kind)::text = 'MARK'::text) OR (((outcome)::text = ANY ((ARRAY['APPLIED'::character varying, 'HOLDS'::character varying])::text[])) AND (written = ''::text)) OR ((NOT ((outcome)::text = ANY ((ARRAY['APPLIED'::character varying, 'HOLDS'::character varying])::text[]))) AND (NOT (written = ''::text))))),
    CONSTRAINT register_change_refused_says_why CHECK (((((outcome)::text = 'REFUSED'::text) AND (NOT ((refused_because)::text = ''::text))) OR ((NOT ((outcome)::text = 'REFUSED'::text)) AND ((refused_because)::text = ''::text)))),
    CONSTRAINT register_change_settled_by_somebody CHECK ((((settled_at IS NULL) AND (settled_by_id IS NULL)) OR ((settled_at IS NOT NULL) AND (settled_by_id IS NOT NULL)))),
    CONSTRAINT register_change_signature_is_short CHECK ((length(written) <= 20000)),
    CONSTRAINT training_registerchange_minutes_late_check CHECK ((minutes_late >= 0)),
    CONSTRAINT training_registerchange_minutes_left_early_check CHECK ((minutes_left_early >= 0)),
    CONSTRAINT training_registerchange_seen_minutes_late_check CHECK ((seen_minutes_late >= 0)),
    CONSTRAINT training_registerchange_seen_minutes_left_early_check CHECK ((seen_minutes_left_early >= 0))
);
ALTER TABLE public.training_registerchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_registerchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_registerfinding (
    id bigint NOT NULL,
    sentence_fr text NOT NULL,
    sentence_nl text NOT NULL,
    audit_id bigint NOT NULL,
    session_id bigint NOT NULL
);
ALTER TABLE public.training_registerfinding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_registerfinding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_reservation (
    id bigint NOT NULL,
    chairs smallint NOT NULL,
    until date NOT NULL,
    released_at timestamp with time zone,
    organisation_id bigint NOT NULL,
    session_id bigint NOT NULL,
    CONSTRAINT reservation_of_chairs CHECK ((chairs > 0)),
    CONSTRAINT training_reservation_chairs_check CHECK ((chairs >= 0))
);
ALTER TABLE public.training_reservation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_reservation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_room (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    building character varying(150) NOT NULL,
    address character varying(200) NOT NULL,
    town character varying(100) NOT NULL,
    country character varying(2) NOT NULL,
    capacity smallint NOT NULL,
    access_fr text NOT NULL,
    access_nl text NOT NULL,
    latitude numeric(8,5),
    longitude numeric(8,5),
    CONSTRAINT room_has_chairs CHECK ((capacity > 0)),
    CONSTRAINT training_room_capacity_check CHECK ((capacity >= 0))
);
ALTER TABLE public.training_room ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_room_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_sector (
    id bigint NOT NULL,
    code character varying(30) NOT NULL,
    name_fr character varying(100) NOT NULL,
    name_nl character varying(100) NOT NULL,
    "order" smallint NOT NULL,
    CONSTRAINT training_sector_order_check CHECK (("order" >= 0))
);
ALTER TABLE public.training_sector ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_sector_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_session (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    title_fr character varying(150) NOT NULL,
    title_nl character varying(150) NOT NULL,
    capacity smallint NOT NULL,
    minimum_group smallint NOT NULL,
    modality character varying(10) NOT NULL,
    rhythm character varying(10) NOT NULL,
    needs_decision boolean NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    enrolment_opens_on date NOT NULL,
    enrolment_closes_on date NOT NULL,
    published_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    cancel_reason character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    course_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    room_id bigint,
    late_days smallint NOT NULL,
    late_offer_hours smallint NOT NULL,
    offer_hours smallint NOT NULL,
    offers_until date,
    withdrawals_until date,
    confirmed_to_run_at timestamp with time zone,
    decision_days smallint NOT NULL,
    meeting_url character varying(200) NOT NULL,
    merged_into_id bigint,
    signing character varying(6) NOT NULL,
    CONSTRAINT session_ends_after_start CHECK ((last_day >= first_day)),
    CONSTRAINT session_enrolment_closes_after_opening CHECK ((enrolment_closes_on >= enrolment_opens_on)),
    CONSTRAINT session_group_fits CHECK (((capacity > 0) AND (minimum_group <= capacity))),
    CONSTRAINT session_merged_is_cancelled CHECK (((merged_into_id IS NULL) OR (cancelled_at IS NOT NULL))),
    CONSTRAINT session_offers_end_with_enrolment CHECK (((offers_until IS NULL) OR (offers_until <= enrolment_closes_on))),
    CONSTRAINT session_offers_last CHECK (((late_offer_hours > 0) AND (offer_hours > 0))),
    CONSTRAINT training_session_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT training_session_decision_days_check CHECK ((decision_days >= 0)),
    CONSTRAINT training_session_late_days_check CHECK ((late_days >= 0)),
    CONSTRAINT training_session_late_offer_hours_check CHECK ((late_offer_hours >= 0)),
    CONSTRAINT training_session_minimum_group_check CHECK ((minimum_group >= 0)),
    CONSTRAINT training_session_offer_hours_check CHECK ((offer_hours >= 0))
);
ALTER TABLE public.training_session ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_session_trainers (
    id bigint NOT NULL,
    session_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.training_session_trainers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_session_trainers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_sessionevent (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind character varying(10) NOT NULL,
    reason character varying(200) NOT NULL,
    first_day_before date,
    by_id bigint,
    other_id bigint,
    session_id bigint NOT NULL,
    CONSTRAINT session_event_merged_with CHECK (((NOT ((kind)::text = 'MERGED'::text)) OR (other_id IS NOT NULL))),
    CONSTRAINT session_event_postponed_from CHECK (((NOT ((kind)::text = 'POSTPONED'::text)) OR (first_day_before IS NOT NULL)))
);
ALTER TABLE public.training_sessionevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_sessionevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_sessionfile (
    id bigint NOT NULL,
    ordered_at timestamp with time zone NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    file character varying(120) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    made_at timestamp with time zone,
    trouble character varying(300) NOT NULL,
    ordered_by_id bigint NOT NULL,
    session_id bigint NOT NULL,
    CONSTRAINT session_file_made_is_whole CHECK (((((file)::text = ''::text) AND (made_at IS NULL) AND ((sha256)::text = ''::text)) OR ((made_at IS NOT NULL) AND ((sha256)::text ~ '^[0-9a-f]{64}$'::text) AND ((trouble)::text = ''::text) AND (NOT ((file)::text = ''::text))))),
    CONSTRAINT training_sessionfile_done_check CHECK ((done >= 0)),
    CONSTRAINT training_sessionfile_size_check CHECK ((size >= 0)),
    CONSTRAINT training_sessionfile_total_check CHECK ((total >= 0))
);
ALTER TABLE public.training_sessionfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_sessionfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_signature (
    id bigint NOT NULL,
    attempt smallint NOT NULL,
    method character varying(5) NOT NULL,
    mark text NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    said_at timestamp with time zone,
    user_agent character varying(200) NOT NULL,
    network character varying(50) NOT NULL,
    signed_hash character varying(64) NOT NULL,
    change_id uuid NOT NULL,
    enrolment_id bigint NOT NULL,
    half_day_id bigint NOT NULL,
    link_id bigint NOT NULL,
    signed_by_id bigint NOT NULL,
    device character varying(64) NOT NULL,
    CONSTRAINT signature_attempts_count_from_one CHECK ((attempt > 0)),
    CONSTRAINT signature_has_a_mark CHECK (((((method)::text = 'PHONE'::text) OR (NOT (mark = ''::text))) AND (1 = (
CASE
    WHEN ((method)::text = 'PHONE'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN (NOT (mark = ''::text)) THEN 1
    ELSE 0
END)))),
    CONSTRAINT signature_mark_is_short CHECK ((length(mark) <= 20000)),
    CONSTRAINT signature_on_a_telephone_names_it CHECK (((NOT ((method)::text = 'PHONE'::text)) OR ((device)::text ~ '^[0-9a-f]{64}$'::text))),
    CONSTRAINT training_signature_attempt_check CHECK ((attempt >= 0))
);
ALTER TABLE public.training_signature ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_signature_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_skippedday (
    id bigint NOT NULL,
    date date NOT NULL,
    reason_fr character varying(150) NOT NULL,
    reason_nl character varying(150) NOT NULL,
    session_id bigint NOT NULL,
    kind character varying(15) NOT NULL,
    part character varying(3) NOT NULL
);
ALTER TABLE public.training_skippedday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_skippedday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_timetablechange (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    was_date date,
    was_start_time time without time zone,
    was_end_time time without time zone,
    by_id bigint,
    half_day_id bigint NOT NULL,
    was_room_id bigint,
    was_trainer_id bigint,
    CONSTRAINT timetable_change_says_before CHECK (((((kind)::text = 'ADDED'::text) AND (was_date IS NULL)) OR ((NOT ((kind)::text = 'ADDED'::text)) AND (was_date IS NOT NULL) AND (was_end_time IS NOT NULL) AND (was_start_time IS NOT NULL))))
);
ALTER TABLE public.training_timetablechange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_timetablechange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_toldofalert (
    id bigint NOT NULL,
    audience character varying(12) NOT NULL,
    alert_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.training_toldofalert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_toldofalert_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_unavailability (
    id bigint NOT NULL,
    first_day date NOT NULL,
    first_part character varying(3) NOT NULL,
    last_day date NOT NULL,
    last_part character varying(3) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    entered_by_id bigint,
    trainer_id bigint NOT NULL,
    CONSTRAINT unavailability_ends_after_start CHECK (((last_day > first_day) OR ((last_day = first_day) AND (NOT (((first_part)::text = 'PM'::text) AND ((last_part)::text = 'AM'::text))) AND (NOT (((first_part)::text = 'EVE'::text) AND ((last_part)::text = ANY ((ARRAY['AM'::character varying, 'PM'::character varying])::text[])))))))
);
ALTER TABLE public.training_unavailability ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_unavailability_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_vocabularydomain (
    id bigint NOT NULL,
    code character varying(30) NOT NULL,
    name_fr character varying(100) NOT NULL,
    name_nl character varying(100) NOT NULL,
    "order" smallint NOT NULL,
    sector_id bigint,
    CONSTRAINT training_vocabularydomain_order_check CHECK (("order" >= 0))
);
ALTER TABLE public.training_vocabularydomain ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_vocabularydomain_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_voiding (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    link_id bigint NOT NULL,
    signature_id bigint NOT NULL
);
ALTER TABLE public.training_voiding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_voiding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_waivedproof (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    mark_id bigint NOT NULL
);
ALTER TABLE public.training_waivedproof ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_waivedproof_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.training_welcomepack (
    id bigint NOT NULL,
    number smallint NOT NULL,
    facts jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    compared_at timestamp with time zone NOT NULL,
    rules_id bigint NOT NULL,
    session_id bigint NOT NULL,
    CONSTRAINT training_welcomepack_number_check CHECK ((number >= 0))
);
ALTER TABLE public.training_welcomepack ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_welcomepack_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_admin (
    id integer NOT NULL
);
ALTER TABLE public.wagtailadmin_admin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_admin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_editingsession (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL,
    is_editing boolean NOT NULL
);
ALTER TABLE public.wagtailadmin_editingsession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_editingsession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_formstate (
    id integer NOT NULL,
    data text NOT NULL,
    object_id character varying(255) NOT NULL,
    parent_object_id character varying(255) NOT NULL,
    last_updated_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailadmin_formstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_formstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_collection (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    name character varying(255) NOT NULL,
    CONSTRAINT wagtailcore_collection_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_collection_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.wagtailcore_collection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_collectionviewrestriction (
    id integer NOT NULL,
    restriction_type character varying(20) NOT NULL,
    password character varying(255) NOT NULL,
    collection_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_collectionviewrestriction_groups (
    id bigint NOT NULL,
    collectionviewrestriction_id integer CONSTRAINT wagtailcore_collectionviewr_collectionviewrestriction__not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_collectionviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.wagtailcore_collectionviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_comment (
    id integer NOT NULL,
    text text NOT NULL,
    contentpath text NOT NULL,
    "position" text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    page_id integer NOT NULL,
    resolved_by_id bigint,
    revision_created_id integer,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_commentreply (
    id integer NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    comment_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_commentreply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_commentreply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupapprovaltask (
    task_ptr_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_groupapprovaltask_groups (
    id bigint NOT NULL,
    groupapprovaltask_id integer CONSTRAINT wagtailcore_groupapprovaltask_gro_groupapprovaltask_id_not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupapprovaltask_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupapprovaltask_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupcollectionpermission (
    id integer NOT NULL,
    collection_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupcollectionpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupcollectionpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_grouppagepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    page_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_grouppagepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_grouppagepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupsitepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL,
    site_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupsitepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupsitepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_locale (
    id integer NOT NULL,
    language_code character varying(100) NOT NULL
);
ALTER TABLE public.wagtailcore_locale ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_locale_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_modellogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_modellogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    object_id character varying(255) NOT NULL,
    content_type_id integer,
    user_id bigint,
    uuid uuid,
    revision_id integer
);
ALTER TABLE public.wagtailcore_modellogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_modellogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_page (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    title character varying(255) NOT NULL,
    slug character varying(255) NOT NULL,
    live boolean NOT NULL,
    has_unpublished_changes boolean NOT NULL,
    url_path text NOT NULL,
    seo_title character varying(255) NOT NULL,
    show_in_menus boolean NOT NULL,
    search_description text NOT NULL,
    go_live_at timestamp with time zone,
    expire_at timestamp with time zone,
    expired boolean NOT NULL,
    content_type_id integer NOT NULL,
    owner_id bigint,
    locked boolean NOT NULL,
    latest_revision_created_at timestamp with time zone,
    first_published_at timestamp with time zone,
    live_revision_id integer,
    last_published_at timestamp with time zone,
    draft_title character varying(255) NOT NULL,
    locked_at timestamp with time zone,
    locked_by_id bigint,
    translation_key uuid NOT NULL,
    locale_id integer NOT NULL,
    alias_of_id integer,
    latest_revision_id integer,
    CONSTRAINT wagtailcore_page_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_page_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.wagtailcore_page ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pagelogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_pagelogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    content_type_id integer,
    page_id integer NOT NULL,
    revision_id integer,
    user_id bigint,
    uuid uuid
);
ALTER TABLE public.wagtailcore_pagelogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagelogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_revision (
    id integer CONSTRAINT wagtailcore_pagerevision_id_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT wagtailcore_pagerevision_created_at_not_null NOT NULL,
    content jsonb CONSTRAINT wagtailcore_pagerevision_content_json_not_null NOT NULL,
    approved_go_live_at timestamp with time zone,
    object_id character varying(255) CONSTRAINT wagtailcore_pagerevision_page_id_not_null NOT NULL,
    user_id bigint,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL,
    object_str text NOT NULL
);
ALTER TABLE public.wagtailcore_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagerevision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pagesubscription (
    id integer NOT NULL,
    comment_notifications boolean NOT NULL,
    page_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_pagesubscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagesubscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pageviewrestriction (
    id integer NOT NULL,
    password character varying(255) NOT NULL,
    page_id integer NOT NULL,
    restriction_type character varying(20) NOT NULL
);
CREATE TABLE public.wagtailcore_pageviewrestriction_groups (
    id bigint NOT NULL,
    pageviewrestriction_id integer CONSTRAINT wagtailcore_pageviewrestriction_pageviewrestriction_id_not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_pageviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.wagtailcore_pageviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_referenceindex (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    to_object_id character varying(255) NOT NULL,
    model_path text NOT NULL,
    content_path text NOT NULL,
    content_path_hash uuid NOT NULL,
    base_content_type_id integer NOT NULL,
    content_type_id integer NOT NULL,
    to_content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_referenceindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_referenceindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_site (
    id integer NOT NULL,
    hostname character varying(255) NOT NULL,
    port integer NOT NULL,
    is_default_site boolean NOT NULL,
    root_page_id integer NOT NULL,
    site_name character varying(255) NOT NULL
);
ALTER TABLE public.wagtailcore_site ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_task (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL,
    content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_taskstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    content_type_id integer NOT NULL,
    revision_id integer CONSTRAINT wagtailcore_taskstate_page_revision_id_not_null NOT NULL,
    task_id integer NOT NULL,
    workflow_state_id integer NOT NULL,
    finished_by_id bigint,
    comment text NOT NULL
);
ALTER TABLE public.wagtailcore_taskstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_taskstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_uploadedfile (
    id integer NOT NULL,
    file character varying(200) NOT NULL,
    for_content_type_id integer,
    uploaded_by_user_id bigint
);
ALTER TABLE public.wagtailcore_uploadedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_uploadedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflow (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL
);
ALTER TABLE public.wagtailcore_workflow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflowcontenttype (
    content_type_id integer NOT NULL,
    workflow_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_workflowpage (
    page_id integer NOT NULL,
    workflow_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_workflowstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    current_task_state_id integer,
    object_id character varying(255) CONSTRAINT wagtailcore_workflowstate_page_id_not_null NOT NULL,
    requested_by_id bigint,
    workflow_id integer NOT NULL,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_workflowstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflowtask (
    id integer NOT NULL,
    sort_order integer,
    task_id integer NOT NULL,
    workflow_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_workflowtask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowtask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtaildocs_document (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    uploaded_by_user_id bigint,
    collection_id integer NOT NULL,
    file_size bigint,
    file_hash character varying(40) NOT NULL,
    CONSTRAINT wagtaildocs_document_file_size_check CHECK ((file_size >= 0))
);
ALTER TABLE public.wagtaildocs_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtaildocs_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailembeds_embed (
    id integer NOT NULL,
    url text NOT NULL,
    max_width smallint,
    type character varying(10) NOT NULL,
    html text NOT NULL,
    title text NOT NULL,
    author_name text NOT NULL,
    provider_name text NOT NULL,
    thumbnail_url text NOT NULL,
    width integer,
    height integer,
    last_updated timestamp with time zone NOT NULL,
    hash character varying(32) NOT NULL,
    cache_until timestamp with time zone
);
ALTER TABLE public.wagtailembeds_embed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailembeds_embed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailimages_image (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    focal_point_x integer,
    focal_point_y integer,
    focal_point_width integer,
    focal_point_height integer,
    uploaded_by_user_id bigint,
    file_size integer,
    collection_id integer NOT NULL,
    file_hash character varying(40) NOT NULL,
    description character varying(255) NOT NULL,
    CONSTRAINT wagtailimages_image_file_size_check CHECK ((file_size >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_height_check CHECK ((focal_point_height >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_width_check CHECK ((focal_point_width >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_x_check CHECK ((focal_point_x >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_y_check CHECK ((focal_point_y >= 0))
);
ALTER TABLE public.wagtailimages_image ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_image_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailimages_rendition (
    id integer NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    focal_point_key character varying(16) NOT NULL,
    filter_spec character varying(255) NOT NULL,
    image_id integer NOT NULL
);
ALTER TABLE public.wagtailimages_rendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_rendition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailredirects_redirect (
    id integer NOT NULL,
    old_path character varying(255) NOT NULL,
    is_permanent boolean NOT NULL,
    redirect_link character varying(255) NOT NULL,
    redirect_page_id integer,
    site_id integer,
    automatically_created boolean NOT NULL,
    created_at timestamp with time zone,
    redirect_page_route_path character varying(255) NOT NULL
);
ALTER TABLE public.wagtailredirects_redirect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailredirects_redirect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailsearch_indexentry (
    id integer NOT NULL,
    object_id character varying(50) NOT NULL,
    title_norm double precision NOT NULL,
    content_type_id integer NOT NULL,
    autocomplete tsvector NOT NULL,
    title tsvector NOT NULL,
    body tsvector NOT NULL,
    title_text text NOT NULL,
    body_text text NOT NULL
);
ALTER TABLE public.wagtailsearch_indexentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailsearch_indexentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailusers_userprofile (
    id integer NOT NULL,
    submitted_notifications boolean NOT NULL,
    approved_notifications boolean NOT NULL,
    rejected_notifications boolean NOT NULL,
    user_id bigint NOT NULL,
    preferred_language character varying(10) NOT NULL,
    current_time_zone character varying(40) NOT NULL,
    avatar character varying(100) NOT NULL,
    updated_comments_notifications boolean CONSTRAINT wagtailusers_userprofile_updated_comments_notification_not_null NOT NULL,
    dismissibles jsonb NOT NULL,
    theme character varying(40) NOT NULL,
    density character varying(40) NOT NULL,
    contrast character varying(40) NOT NULL,
    keyboard_shortcuts boolean NOT NULL
);
ALTER TABLE public.wagtailusers_userprofile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailusers_userprofile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
INSERT INTO public.auth_group VALUES
	(1, 'Moderators'),
	(2, 'Editors');
INSERT INTO public.auth_group_permissions VALUES
	(1, 1, 105),
	(2, 2, 105),
	(3, 1, 106),
	(4, 1, 107),
	(5, 1, 108),
	(6, 2, 106),
	(7, 2, 107),
	(8, 2, 108),
	(9, 1, 109),
	(10, 2, 109),
	(11, 1, 112),
	(12, 1, 110),
	(13, 1, 111),
	(14, 2, 112),
	(15, 2, 110),
	(16, 2, 111),
	(17, 1, 113),
	(18, 2, 113);
INSERT INTO public.auth_permission VALUES
	(1, 'Can add locale', 3, 'add_locale'),
	(2, 'Can change locale', 3, 'change_locale'),
	(3, 'Can delete locale', 3, 'delete_locale'),
	(4, 'Can view locale', 3, 'view_locale'),
	(5, 'Can add site', 4, 'add_site'),
	(6, 'Can change site', 4, 'change_site'),
	(7, 'Can delete site', 4, 'delete_site'),
	(8, 'Can view site', 4, 'view_site'),
	(9, 'Can add group site permission', 5, 'add_groupsitepermission'),
	(10, 'Can change group site permission', 5, 'change_groupsitepermission'),
	(11, 'Can delete group site permission', 5, 'delete_groupsitepermission'),
	(12, 'Can view group site permission', 5, 'view_groupsitepermission'),
	(13, 'Can add model log entry', 6, 'add_modellogentry'),
	(14, 'Can change model log entry', 6, 'change_modellogentry'),
	(15, 'Can delete model log entry', 6, 'delete_modellogentry'),
	(16, 'Can view model log entry', 6, 'view_modellogentry'),
	(17, 'Can add revision', 7, 'add_revision'),
	(18, 'Can change revision', 7, 'change_revision'),
	(19, 'Can delete revision', 7, 'delete_revision'),
	(20, 'Can view revision', 7, 'view_revision'),
	(21, 'Can add collection view restriction', 8, 'add_collectionviewrestriction'),
	(22, 'Can change collection view restriction', 8, 'change_collectionviewrestriction'),
	(23, 'Can delete collection view restriction', 8, 'delete_collectionviewrestriction'),
	(24, 'Can view collection view restriction', 8, 'view_collectionviewrestriction'),
	(25, 'Can add collection', 9, 'add_collection'),
	(26, 'Can change collection', 9, 'change_collection'),
	(27, 'Can delete collection', 9, 'delete_collection'),
	(28, 'Can view collection', 9, 'view_collection'),
	(29, 'Can add group collection permission', 10, 'add_groupcollectionpermission'),
	(30, 'Can change group collection permission', 10, 'change_groupcollectionpermission'),
	(31, 'Can delete group collection permission', 10, 'delete_groupcollectionpermission'),
	(32, 'Can view group collection permission', 10, 'view_groupcollectionpermission'),
	(33, 'Can add uploaded file', 11, 'add_uploadedfile'),
	(34, 'Can change uploaded file', 11, 'change_uploadedfile'),
	(35, 'Can delete uploaded file', 11, 'delete_uploadedfile'),
	(36, 'Can view uploaded file', 11, 'view_uploadedfile'),
	(37, 'Can add workflow content type', 12, 'add_workflowcontenttype'),
	(38, 'Can change workflow content type', 12, 'change_workflowcontenttype'),
	(39, 'Can delete workflow content type', 12, 'delete_workflowcontenttype'),
	(40, 'Can view workflow content type', 12, 'view_workflowcontenttype'),
	(41, 'Can add Workflow state', 13, 'add_workflowstate'),
	(42, 'Can change Workflow state', 13, 'change_workflowstate'),
	(43, 'Can delete Workflow state', 13, 'delete_workflowstate'),
	(44, 'Can view Workflow state', 13, 'view_workflowstate'),
	(45, 'Can add workflow', 14, 'add_workflow'),
	(46, 'Can change workflow', 14, 'change_workflow'),
	(47, 'Can delete workflow', 14, 'delete_workflow'),
	(48, 'Can view workflow', 14, 'view_workflow'),
	(49, 'Can add workflow task order', 15, 'add_workflowtask'),
	(50, 'Can change workflow task order', 15, 'change_workflowtask'),
	(51, 'Can delete workflow task order', 15, 'delete_workflowtask'),
	(52, 'Can view workflow task order', 15, 'view_workflowtask'),
	(53, 'Can add task', 16, 'add_task'),
	(54, 'Can change task', 16, 'change_task'),
	(55, 'Can delete task', 16, 'delete_task'),
	(56, 'Can view task', 16, 'view_task'),
	(57, 'Can add Group approval task', 2, 'add_groupapprovaltask'),
	(58, 'Can change Group approval task', 2, 'change_groupapprovaltask'),
	(59, 'Can delete Group approval task', 2, 'delete_groupapprovaltask'),
	(60, 'Can view Group approval task', 2, 'view_groupapprovaltask'),
	(61, 'Can add Task state', 17, 'add_taskstate'),
	(62, 'Can change Task state', 17, 'change_taskstate'),
	(63, 'Can delete Task state', 17, 'delete_taskstate'),
	(64, 'Can view Task state', 17, 'view_taskstate'),
	(65, 'Can add page', 1, 'add_page'),
	(66, 'Can change page', 1, 'change_page'),
	(67, 'Can delete page', 1, 'delete_page'),
	(68, 'Can view page', 1, 'view_page'),
	(69, 'Delete pages with children', 1, 'bulk_delete_page'),
	(70, 'Lock/unlock pages you''ve locked', 1, 'lock_page'),
	(71, 'Publish any page', 1, 'publish_page'),
	(72, 'Unlock any page', 1, 'unlock_page'),
	(73, 'Can add group page permission', 18, 'add_grouppagepermission'),
	(74, 'Can change group page permission', 18, 'change_grouppagepermission'),
	(75, 'Can delete group page permission', 18, 'delete_grouppagepermission'),
	(76, 'Can view group page permission', 18, 'view_grouppagepermission'),
	(77, 'Can add page view restriction', 19, 'add_pageviewrestriction'),
	(78, 'Can change page view restriction', 19, 'change_pageviewrestriction'),
	(79, 'Can delete page view restriction', 19, 'delete_pageviewrestriction'),
	(80, 'Can view page view restriction', 19, 'view_pageviewrestriction'),
	(81, 'Can add workflow page', 20, 'add_workflowpage'),
	(82, 'Can change workflow page', 20, 'change_workflowpage'),
	(83, 'Can delete workflow page', 20, 'delete_workflowpage'),
	(84, 'Can view workflow page', 20, 'view_workflowpage'),
	(85, 'Can add page log entry', 21, 'add_pagelogentry'),
	(86, 'Can change page log entry', 21, 'change_pagelogentry'),
	(87, 'Can delete page log entry', 21, 'delete_pagelogentry'),
	(88, 'Can view page log entry', 21, 'view_pagelogentry'),
	(89, 'Can add comment', 22, 'add_comment'),
	(90, 'Can change comment', 22, 'change_comment'),
	(91, 'Can delete comment', 22, 'delete_comment'),
	(92, 'Can view comment', 22, 'view_comment'),
	(93, 'Can add comment reply', 23, 'add_commentreply'),
	(94, 'Can change comment reply', 23, 'change_commentreply'),
	(95, 'Can delete comment reply', 23, 'delete_commentreply'),
	(96, 'Can view comment reply', 23, 'view_commentreply'),
	(97, 'Can add page subscription', 24, 'add_pagesubscription'),
	(98, 'Can change page subscription', 24, 'change_pagesubscription'),
	(99, 'Can delete page subscription', 24, 'delete_pagesubscription'),
	(100, 'Can view page subscription', 24, 'view_pagesubscription');
INSERT INTO public.auth_permission VALUES
	(101, 'Can add reference index', 25, 'add_referenceindex'),
	(102, 'Can change reference index', 25, 'change_referenceindex'),
	(103, 'Can delete reference index', 25, 'delete_referenceindex'),
	(104, 'Can view reference index', 25, 'view_referenceindex'),
	(105, 'Can access Wagtail admin', 26, 'access_admin'),
	(106, 'Can add document', 27, 'add_document'),
	(107, 'Can change document', 27, 'change_document'),
	(108, 'Can delete document', 27, 'delete_document'),
	(109, 'Can choose document', 27, 'choose_document'),
	(110, 'Can add image', 28, 'add_image'),
	(111, 'Can change image', 28, 'change_image'),
	(112, 'Can delete image', 28, 'delete_image'),
	(113, 'Can choose image', 28, 'choose_image'),
	(114, 'Can add catalogue', 29, 'add_cataloguepage'),
	(115, 'Can change catalogue', 29, 'change_cataloguepage'),
	(116, 'Can delete catalogue', 29, 'delete_cataloguepage'),
	(117, 'Can view catalogue', 29, 'view_cataloguepage'),
	(118, 'Can add contact details', 30, 'add_contactsettings'),
	(119, 'Can change contact details', 30, 'change_contactsettings'),
	(120, 'Can delete contact details', 30, 'delete_contactsettings'),
	(121, 'Can view contact details', 30, 'view_contactsettings'),
	(122, 'Can add European co-funding', 31, 'add_fundingsettings'),
	(123, 'Can change European co-funding', 31, 'change_fundingsettings'),
	(124, 'Can delete European co-funding', 31, 'delete_fundingsettings'),
	(125, 'Can view European co-funding', 31, 'view_fundingsettings'),
	(126, 'Can add home page', 32, 'add_homepage'),
	(127, 'Can change home page', 32, 'change_homepage'),
	(128, 'Can delete home page', 32, 'delete_homepage'),
	(129, 'Can view home page', 32, 'view_homepage'),
	(130, 'Can add privacy notice', 33, 'add_privacypage'),
	(131, 'Can change privacy notice', 33, 'change_privacypage'),
	(132, 'Can delete privacy notice', 33, 'delete_privacypage'),
	(133, 'Can view privacy notice', 33, 'view_privacypage'),
	(134, 'Can add ordinary page', 34, 'add_standardpage'),
	(135, 'Can change ordinary page', 34, 'change_standardpage'),
	(136, 'Can delete ordinary page', 34, 'delete_standardpage'),
	(137, 'Can view ordinary page', 34, 'view_standardpage'),
	(138, 'Can add accessibility statement', 35, 'add_accessibilitypage'),
	(139, 'Can change accessibility statement', 35, 'change_accessibilitypage'),
	(140, 'Can delete accessibility statement', 35, 'delete_accessibilitypage'),
	(141, 'Can view accessibility statement', 35, 'view_accessibilitypage'),
	(142, 'Can add course page', 36, 'add_coursepage'),
	(143, 'Can change course page', 36, 'change_coursepage'),
	(144, 'Can delete course page', 36, 'delete_coursepage'),
	(145, 'Can view course page', 36, 'view_coursepage'),
	(146, 'Can add certificate', 37, 'add_certificate'),
	(147, 'Can change certificate', 37, 'change_certificate'),
	(148, 'Can delete certificate', 37, 'delete_certificate'),
	(149, 'Can view certificate', 37, 'view_certificate'),
	(150, 'Can add order to issue', 38, 'add_issuebatch'),
	(151, 'Can change order to issue', 38, 'change_issuebatch'),
	(152, 'Can delete order to issue', 38, 'delete_issuebatch'),
	(153, 'Can view order to issue', 38, 'view_issuebatch'),
	(154, 'Can add person of an order', 39, 'add_issueitem'),
	(155, 'Can change person of an order', 39, 'change_issueitem'),
	(156, 'Can delete person of an order', 39, 'delete_issueitem'),
	(157, 'Can view person of an order', 39, 'view_issueitem'),
	(158, 'Can add issuer', 40, 'add_issuer'),
	(159, 'Can change issuer', 40, 'change_issuer'),
	(160, 'Can delete issuer', 40, 'delete_issuer'),
	(161, 'Can view issuer', 40, 'view_issuer'),
	(162, 'Can add verification', 41, 'add_verification'),
	(163, 'Can change verification', 41, 'change_verification'),
	(164, 'Can delete verification', 41, 'delete_verification'),
	(165, 'Can view verification', 41, 'view_verification'),
	(166, 'Can add status list', 42, 'add_statuslist'),
	(167, 'Can change status list', 42, 'change_statuslist'),
	(168, 'Can delete status list', 42, 'delete_statuslist'),
	(169, 'Can view status list', 42, 'view_statuslist'),
	(170, 'Can add issuer key', 43, 'add_issuerkey'),
	(171, 'Can change issuer key', 43, 'change_issuerkey'),
	(172, 'Can delete issuer key', 43, 'delete_issuerkey'),
	(173, 'Can view issuer key', 43, 'view_issuerkey'),
	(174, 'Can add request to revoke', 44, 'add_revocationrequest'),
	(175, 'Can change request to revoke', 44, 'change_revocationrequest'),
	(176, 'Can delete request to revoke', 44, 'delete_revocationrequest'),
	(177, 'Can view request to revoke', 44, 'view_revocationrequest'),
	(178, 'Can add choice of the name on the page', 45, 'add_shownname'),
	(179, 'Can change choice of the name on the page', 45, 'change_shownname'),
	(180, 'Can delete choice of the name on the page', 45, 'delete_shownname'),
	(181, 'Can view choice of the name on the page', 45, 'view_shownname'),
	(182, 'Can add link to a certificate', 46, 'add_sharelink'),
	(183, 'Can change link to a certificate', 46, 'change_sharelink'),
	(184, 'Can delete link to a certificate', 46, 'delete_sharelink'),
	(185, 'Can view link to a certificate', 46, 'view_sharelink'),
	(186, 'Can add look at a certificate', 47, 'add_shareview'),
	(187, 'Can change look at a certificate', 47, 'change_shareview'),
	(188, 'Can delete look at a certificate', 47, 'delete_shareview'),
	(189, 'Can view look at a certificate', 47, 'view_shareview'),
	(190, 'Can add key of the interface', 48, 'add_apikey'),
	(191, 'Can change key of the interface', 48, 'change_apikey'),
	(192, 'Can delete key of the interface', 48, 'delete_apikey'),
	(193, 'Can view key of the interface', 48, 'view_apikey'),
	(194, 'Can add attestation', 49, 'add_attestation'),
	(195, 'Can change attestation', 49, 'change_attestation'),
	(196, 'Can delete attestation', 49, 'delete_attestation'),
	(197, 'Can view attestation', 49, 'view_attestation'),
	(198, 'Can add template', 50, 'add_template'),
	(199, 'Can change template', 50, 'change_template'),
	(200, 'Can delete template', 50, 'delete_template');
INSERT INTO public.auth_permission VALUES
	(201, 'Can view template', 50, 'view_template'),
	(202, 'Can add version of a template', 51, 'add_templateversion'),
	(203, 'Can change version of a template', 51, 'change_templateversion'),
	(204, 'Can delete version of a template', 51, 'delete_templateversion'),
	(205, 'Can view version of a template', 51, 'view_templateversion'),
	(206, 'Can add proof of a template', 52, 'add_templateproof'),
	(207, 'Can change proof of a template', 52, 'change_templateproof'),
	(208, 'Can delete proof of a template', 52, 'delete_templateproof'),
	(209, 'Can view proof of a template', 52, 'view_templateproof'),
	(210, 'Can add absence code', 53, 'add_absencecode'),
	(211, 'Can change absence code', 53, 'change_absencecode'),
	(212, 'Can delete absence code', 53, 'delete_absencecode'),
	(213, 'Can view absence code', 53, 'view_absencecode'),
	(214, 'Can add can-do statement', 54, 'add_cando'),
	(215, 'Can change can-do statement', 54, 'change_cando'),
	(216, 'Can delete can-do statement', 54, 'delete_cando'),
	(217, 'Can view can-do statement', 54, 'view_cando'),
	(218, 'Can add sector', 55, 'add_sector'),
	(219, 'Can change sector', 55, 'change_sector'),
	(220, 'Can delete sector', 55, 'delete_sector'),
	(221, 'Can view sector', 55, 'view_sector'),
	(222, 'Can add enrolment', 56, 'add_enrolment'),
	(223, 'Can change enrolment', 56, 'change_enrolment'),
	(224, 'Can delete enrolment', 56, 'delete_enrolment'),
	(225, 'Can view enrolment', 56, 'view_enrolment'),
	(226, 'Can add event of an enrolment', 57, 'add_enrolmentevent'),
	(227, 'Can change event of an enrolment', 57, 'change_enrolmentevent'),
	(228, 'Can delete event of an enrolment', 57, 'delete_enrolmentevent'),
	(229, 'Can view event of an enrolment', 57, 'view_enrolmentevent'),
	(230, 'Can add room', 58, 'add_room'),
	(231, 'Can change room', 58, 'change_room'),
	(232, 'Can delete room', 58, 'delete_room'),
	(233, 'Can view room', 58, 'view_room'),
	(234, 'Can add occupation', 59, 'add_occupation'),
	(235, 'Can change occupation', 59, 'change_occupation'),
	(236, 'Can delete occupation', 59, 'delete_occupation'),
	(237, 'Can view occupation', 59, 'view_occupation'),
	(238, 'Can add course', 60, 'add_course'),
	(239, 'Can change course', 60, 'change_course'),
	(240, 'Can delete course', 60, 'delete_course'),
	(241, 'Can view course', 60, 'view_course'),
	(242, 'Can add session', 61, 'add_session'),
	(243, 'Can change session', 61, 'change_session'),
	(244, 'Can delete session', 61, 'delete_session'),
	(245, 'Can view session', 61, 'view_session'),
	(246, 'Can add half-day', 62, 'add_halfday'),
	(247, 'Can change half-day', 62, 'change_halfday'),
	(248, 'Can delete half-day', 62, 'delete_halfday'),
	(249, 'Can view half-day', 62, 'view_halfday'),
	(250, 'Can add skipped day', 63, 'add_skippedday'),
	(251, 'Can change skipped day', 63, 'change_skippedday'),
	(252, 'Can delete skipped day', 63, 'delete_skippedday'),
	(253, 'Can view skipped day', 63, 'view_skippedday'),
	(254, 'Can add assessment', 64, 'add_assessment'),
	(255, 'Can change assessment', 64, 'change_assessment'),
	(256, 'Can delete assessment', 64, 'delete_assessment'),
	(257, 'Can view assessment', 64, 'view_assessment'),
	(258, 'Can add attendance mark', 65, 'add_attendance'),
	(259, 'Can change attendance mark', 65, 'change_attendance'),
	(260, 'Can delete attendance mark', 65, 'delete_attendance'),
	(261, 'Can view attendance mark', 65, 'view_attendance'),
	(262, 'Can add request for any session', 66, 'add_openrequest'),
	(263, 'Can change request for any session', 66, 'change_openrequest'),
	(264, 'Can delete request for any session', 66, 'delete_openrequest'),
	(265, 'Can view request for any session', 66, 'view_openrequest'),
	(266, 'Can add event of a request for any session', 67, 'add_openrequestevent'),
	(267, 'Can change event of a request for any session', 67, 'change_openrequestevent'),
	(268, 'Can delete event of a request for any session', 67, 'delete_openrequestevent'),
	(269, 'Can view event of a request for any session', 67, 'view_openrequestevent'),
	(270, 'Can add pair', 68, 'add_pair'),
	(271, 'Can change pair', 68, 'change_pair'),
	(272, 'Can delete pair', 68, 'delete_pair'),
	(273, 'Can view pair', 68, 'view_pair'),
	(274, 'Can add priority rule', 69, 'add_priorityrule'),
	(275, 'Can change priority rule', 69, 'change_priorityrule'),
	(276, 'Can delete priority rule', 69, 'delete_priorityrule'),
	(277, 'Can view priority rule', 69, 'view_priorityrule'),
	(278, 'Can add reservation of places', 70, 'add_reservation'),
	(279, 'Can change reservation of places', 70, 'change_reservation'),
	(280, 'Can delete reservation of places', 70, 'delete_reservation'),
	(281, 'Can view reservation of places', 70, 'view_reservation'),
	(282, 'Can add event of a session', 71, 'add_sessionevent'),
	(283, 'Can change event of a session', 71, 'change_sessionevent'),
	(284, 'Can delete event of a session', 71, 'delete_sessionevent'),
	(285, 'Can view event of a session', 71, 'view_sessionevent'),
	(286, 'Can add absence of a trainer', 72, 'add_unavailability'),
	(287, 'Can change absence of a trainer', 72, 'change_unavailability'),
	(288, 'Can delete absence of a trainer', 72, 'delete_unavailability'),
	(289, 'Can view absence of a trainer', 72, 'view_unavailability'),
	(290, 'Can add change of a timetable', 73, 'add_timetablechange'),
	(291, 'Can change change of a timetable', 73, 'change_timetablechange'),
	(292, 'Can delete change of a timetable', 73, 'delete_timetablechange'),
	(293, 'Can view change of a timetable', 73, 'view_timetablechange'),
	(294, 'Can add interest in a course', 74, 'add_interest'),
	(295, 'Can change interest in a course', 74, 'change_interest'),
	(296, 'Can delete interest in a course', 74, 'delete_interest'),
	(297, 'Can view interest in a course', 74, 'view_interest'),
	(298, 'Can add placement test', 75, 'add_placementattempt'),
	(299, 'Can change placement test', 75, 'change_placementattempt'),
	(300, 'Can delete placement test', 75, 'delete_placementattempt');
INSERT INTO public.auth_permission VALUES
	(301, 'Can view placement test', 75, 'view_placementattempt'),
	(302, 'Can add item of the placement test', 76, 'add_placementitem'),
	(303, 'Can change item of the placement test', 76, 'change_placementitem'),
	(304, 'Can delete item of the placement test', 76, 'delete_placementitem'),
	(305, 'Can view item of the placement test', 76, 'view_placementitem'),
	(306, 'Can add answer in a placement test', 77, 'add_placementanswer'),
	(307, 'Can change answer in a placement test', 77, 'change_placementanswer'),
	(308, 'Can delete answer in a placement test', 77, 'delete_placementanswer'),
	(309, 'Can view answer in a placement test', 77, 'view_placementanswer'),
	(310, 'Can add result of a placement test', 78, 'add_placementresult'),
	(311, 'Can change result of a placement test', 78, 'change_placementresult'),
	(312, 'Can delete result of a placement test', 78, 'delete_placementresult'),
	(313, 'Can view result of a placement test', 78, 'view_placementresult'),
	(314, 'Can add calendar address', 79, 'add_calendarfeed'),
	(315, 'Can change calendar address', 79, 'change_calendarfeed'),
	(316, 'Can delete calendar address', 79, 'delete_calendarfeed'),
	(317, 'Can view calendar address', 79, 'view_calendarfeed'),
	(318, 'Can add conditions of a session', 80, 'add_conditions'),
	(319, 'Can change conditions of a session', 80, 'change_conditions'),
	(320, 'Can delete conditions of a session', 80, 'delete_conditions'),
	(321, 'Can view conditions of a session', 80, 'view_conditions'),
	(322, 'Can add entry level of a session', 81, 'add_entrylevel'),
	(323, 'Can change entry level of a session', 81, 'change_entrylevel'),
	(324, 'Can delete entry level of a session', 81, 'delete_entrylevel'),
	(325, 'Can view entry level of a session', 81, 'view_entrylevel'),
	(326, 'Can add delivery of a welcome pack', 82, 'add_delivery'),
	(327, 'Can change delivery of a welcome pack', 82, 'change_delivery'),
	(328, 'Can delete delivery of a welcome pack', 82, 'delete_delivery'),
	(329, 'Can view delivery of a welcome pack', 82, 'view_delivery'),
	(330, 'Can add internal rules', 83, 'add_internalrules'),
	(331, 'Can change internal rules', 83, 'change_internalrules'),
	(332, 'Can delete internal rules', 83, 'delete_internalrules'),
	(333, 'Can view internal rules', 83, 'view_internalrules'),
	(334, 'Can add welcome pack', 84, 'add_welcomepack'),
	(335, 'Can change welcome pack', 84, 'change_welcomepack'),
	(336, 'Can delete welcome pack', 84, 'delete_welcomepack'),
	(337, 'Can view welcome pack', 84, 'view_welcomepack'),
	(338, 'Can add file of a request', 85, 'add_attachment'),
	(339, 'Can change file of a request', 85, 'change_attachment'),
	(340, 'Can delete file of a request', 85, 'delete_attachment'),
	(341, 'Can view file of a request', 85, 'view_attachment'),
	(342, 'Can add entry in KAIROS', 86, 'add_kairosentry'),
	(343, 'Can change entry in KAIROS', 86, 'change_kairosentry'),
	(344, 'Can delete entry in KAIROS', 86, 'delete_kairosentry'),
	(345, 'Can view entry in KAIROS', 86, 'view_kairosentry'),
	(346, 'Can add import of a file', 87, 'add_import'),
	(347, 'Can change import of a file', 87, 'change_import'),
	(348, 'Can delete import of a file', 87, 'delete_import'),
	(349, 'Can view import of a file', 87, 'view_import'),
	(350, 'Can add line of an import', 88, 'add_importrow'),
	(351, 'Can change line of an import', 88, 'change_importrow'),
	(352, 'Can delete line of an import', 88, 'delete_importrow'),
	(353, 'Can view line of an import', 88, 'view_importrow'),
	(354, 'Can add referral', 89, 'add_referral'),
	(355, 'Can change referral', 89, 'change_referral'),
	(356, 'Can delete referral', 89, 'delete_referral'),
	(357, 'Can view referral', 89, 'view_referral'),
	(358, 'Can add tick of a can-do statement', 90, 'add_candotick'),
	(359, 'Can change tick of a can-do statement', 90, 'change_candotick'),
	(360, 'Can delete tick of a can-do statement', 90, 'delete_candotick'),
	(361, 'Can view tick of a can-do statement', 90, 'view_candotick'),
	(362, 'Can add chosen occupation', 91, 'add_chosenoccupation'),
	(363, 'Can change chosen occupation', 91, 'change_chosenoccupation'),
	(364, 'Can delete chosen occupation', 91, 'delete_chosenoccupation'),
	(365, 'Can view chosen occupation', 91, 'view_chosenoccupation'),
	(366, 'Can add draft of an evaluation', 92, 'add_evaluationdraft'),
	(367, 'Can change draft of an evaluation', 92, 'change_evaluationdraft'),
	(368, 'Can delete draft of an evaluation', 92, 'delete_evaluationdraft'),
	(369, 'Can view draft of an evaluation', 92, 'view_evaluationdraft'),
	(370, 'Can add certificate from elsewhere', 93, 'add_externalcertificate'),
	(371, 'Can change certificate from elsewhere', 93, 'change_externalcertificate'),
	(372, 'Can delete certificate from elsewhere', 93, 'delete_externalcertificate'),
	(373, 'Can view certificate from elsewhere', 93, 'view_externalcertificate'),
	(374, 'Can add note on a lesson', 94, 'add_lessonnote'),
	(375, 'Can change note on a lesson', 94, 'change_lessonnote'),
	(376, 'Can delete note on a lesson', 94, 'delete_lessonnote'),
	(377, 'Can view note on a lesson', 94, 'view_lessonnote'),
	(378, 'Can add mandatory half-day', 95, 'add_mandatoryhalfday'),
	(379, 'Can change mandatory half-day', 95, 'change_mandatoryhalfday'),
	(380, 'Can delete mandatory half-day', 95, 'delete_mandatoryhalfday'),
	(381, 'Can view mandatory half-day', 95, 'view_mandatoryhalfday'),
	(382, 'Can add vocabulary domain', 96, 'add_vocabularydomain'),
	(383, 'Can change vocabulary domain', 96, 'change_vocabularydomain'),
	(384, 'Can delete vocabulary domain', 96, 'delete_vocabularydomain'),
	(385, 'Can view vocabulary domain', 96, 'view_vocabularydomain'),
	(386, 'Can add change on a register', 97, 'add_registerchange'),
	(387, 'Can change change on a register', 97, 'change_registerchange'),
	(388, 'Can delete change on a register', 97, 'delete_registerchange'),
	(389, 'Can view change on a register', 97, 'view_registerchange'),
	(390, 'Can add alert', 98, 'add_alert'),
	(391, 'Can change alert', 98, 'change_alert'),
	(392, 'Can delete alert', 98, 'delete_alert'),
	(393, 'Can view alert', 98, 'view_alert'),
	(394, 'Can add rule of alerts', 99, 'add_alertrule'),
	(395, 'Can change rule of alerts', 99, 'change_alertrule'),
	(396, 'Can delete rule of alerts', 99, 'delete_alertrule'),
	(397, 'Can view rule of alerts', 99, 'view_alertrule'),
	(398, 'Can add announced absence', 100, 'add_announcedabsence'),
	(399, 'Can change announced absence', 100, 'change_announcedabsence'),
	(400, 'Can delete announced absence', 100, 'delete_announcedabsence');
INSERT INTO public.auth_permission VALUES
	(401, 'Can view announced absence', 100, 'view_announcedabsence'),
	(402, 'Can add contact', 101, 'add_contact'),
	(403, 'Can change contact', 101, 'change_contact'),
	(404, 'Can delete contact', 101, 'delete_contact'),
	(405, 'Can view contact', 101, 'view_contact'),
	(406, 'Can add reader of an alert', 102, 'add_toldofalert'),
	(407, 'Can change reader of an alert', 102, 'change_toldofalert'),
	(408, 'Can delete reader of an alert', 102, 'delete_toldofalert'),
	(409, 'Can view reader of an alert', 102, 'view_toldofalert'),
	(410, 'Can add proof that is no longer asked for', 103, 'add_waivedproof'),
	(411, 'Can change proof that is no longer asked for', 103, 'change_waivedproof'),
	(412, 'Can delete proof that is no longer asked for', 103, 'delete_waivedproof'),
	(413, 'Can view proof that is no longer asked for', 103, 'view_waivedproof'),
	(414, 'Can add proof of absence', 104, 'add_absenceproof'),
	(415, 'Can change proof of absence', 104, 'change_absenceproof'),
	(416, 'Can delete proof of absence', 104, 'delete_absenceproof'),
	(417, 'Can view proof of absence', 104, 'view_absenceproof'),
	(418, 'Can add correction of a closed register', 105, 'add_amendment'),
	(419, 'Can change correction of a closed register', 105, 'change_amendment'),
	(420, 'Can delete correction of a closed register', 105, 'delete_amendment'),
	(421, 'Can view correction of a closed register', 105, 'view_amendment'),
	(422, 'Can add link of a chain', 106, 'add_chainlink'),
	(423, 'Can change link of a chain', 106, 'change_chainlink'),
	(424, 'Can delete link of a chain', 106, 'delete_chainlink'),
	(425, 'Can view link of a chain', 106, 'view_chainlink'),
	(426, 'Can add signature', 107, 'add_signature'),
	(427, 'Can change signature', 107, 'change_signature'),
	(428, 'Can delete signature', 107, 'delete_signature'),
	(429, 'Can view signature', 107, 'view_signature'),
	(430, 'Can add voided signature', 108, 'add_voiding'),
	(431, 'Can change voided signature', 108, 'change_voiding'),
	(432, 'Can delete voided signature', 108, 'delete_voiding'),
	(433, 'Can view voided signature', 108, 'view_voiding'),
	(434, 'Can add check of the registers', 109, 'add_registeraudit'),
	(435, 'Can change check of the registers', 109, 'change_registeraudit'),
	(436, 'Can delete check of the registers', 109, 'delete_registeraudit'),
	(437, 'Can view check of the registers', 109, 'view_registeraudit'),
	(438, 'Can add finding on a register', 110, 'add_registerfinding'),
	(439, 'Can change finding on a register', 110, 'change_registerfinding'),
	(440, 'Can delete finding on a register', 110, 'delete_registerfinding'),
	(441, 'Can view finding on a register', 110, 'view_registerfinding'),
	(442, 'Can add monthly statement', 111, 'add_monthlystatement'),
	(443, 'Can change monthly statement', 111, 'change_monthlystatement'),
	(444, 'Can delete monthly statement', 111, 'delete_monthlystatement'),
	(445, 'Can view monthly statement', 111, 'view_monthlystatement'),
	(446, 'Can add paper sheet', 112, 'add_papersheet'),
	(447, 'Can change paper sheet', 112, 'change_papersheet'),
	(448, 'Can delete paper sheet', 112, 'delete_papersheet'),
	(449, 'Can view paper sheet', 112, 'view_papersheet'),
	(450, 'Can add file of a session', 113, 'add_sessionfile'),
	(451, 'Can change file of a session', 113, 'change_sessionfile'),
	(452, 'Can delete file of a session', 113, 'delete_sessionfile'),
	(453, 'Can view file of a session', 113, 'view_sessionfile'),
	(454, 'Can add printed sheet', 114, 'add_printedsheet'),
	(455, 'Can change printed sheet', 114, 'change_printedsheet'),
	(456, 'Can delete printed sheet', 114, 'delete_printedsheet'),
	(457, 'Can view printed sheet', 114, 'view_printedsheet'),
	(458, 'Can add commune', 115, 'add_commune'),
	(459, 'Can change commune', 115, 'change_commune'),
	(460, 'Can delete commune', 115, 'delete_commune'),
	(461, 'Can view commune', 115, 'view_commune'),
	(462, 'Can add account', 116, 'add_user'),
	(463, 'Can change account', 116, 'change_user'),
	(464, 'Can delete account', 116, 'delete_user'),
	(465, 'Can view account', 116, 'view_user'),
	(466, 'Can add message', 117, 'add_message'),
	(467, 'Can change message', 117, 'change_message'),
	(468, 'Can delete message', 117, 'delete_message'),
	(469, 'Can view message', 117, 'view_message'),
	(470, 'Can add organisation', 118, 'add_organisation'),
	(471, 'Can change organisation', 118, 'change_organisation'),
	(472, 'Can delete organisation', 118, 'delete_organisation'),
	(473, 'Can view organisation', 118, 'view_organisation'),
	(474, 'Can add membership', 119, 'add_membership'),
	(475, 'Can change membership', 119, 'change_membership'),
	(476, 'Can delete membership', 119, 'delete_membership'),
	(477, 'Can view membership', 119, 'view_membership'),
	(478, 'Can add person', 120, 'add_person'),
	(479, 'Can change person', 120, 'change_person'),
	(480, 'Can delete person', 120, 'delete_person'),
	(481, 'Can view person', 120, 'view_person'),
	(482, 'Can add words of a letter', 121, 'add_lettertext'),
	(483, 'Can change words of a letter', 121, 'change_lettertext'),
	(484, 'Can delete words of a letter', 121, 'delete_lettertext'),
	(485, 'Can view words of a letter', 121, 'view_lettertext'),
	(486, 'Can add stopped letter', 122, 'add_stoppedletter'),
	(487, 'Can change stopped letter', 122, 'change_stoppedletter'),
	(488, 'Can delete stopped letter', 122, 'delete_stoppedletter'),
	(489, 'Can view stopped letter', 122, 'view_stoppedletter'),
	(490, 'Can add two people who look alike', 123, 'add_difference'),
	(491, 'Can change two people who look alike', 123, 'change_difference'),
	(492, 'Can delete two people who look alike', 123, 'delete_difference'),
	(493, 'Can view two people who look alike', 123, 'view_difference'),
	(494, 'Can add document', 124, 'add_document'),
	(495, 'Can change document', 124, 'change_document'),
	(496, 'Can delete document', 124, 'delete_document'),
	(497, 'Can view document', 124, 'view_document'),
	(498, 'Can add email address', 125, 'add_emailaddress'),
	(499, 'Can change email address', 125, 'change_emailaddress'),
	(500, 'Can delete email address', 125, 'delete_emailaddress');
INSERT INTO public.auth_permission VALUES
	(501, 'Can view email address', 125, 'view_emailaddress'),
	(502, 'Can add email confirmation', 126, 'add_emailconfirmation'),
	(503, 'Can change email confirmation', 126, 'change_emailconfirmation'),
	(504, 'Can delete email confirmation', 126, 'delete_emailconfirmation'),
	(505, 'Can view email confirmation', 126, 'view_emailconfirmation'),
	(506, 'Can add authenticator', 127, 'add_authenticator'),
	(507, 'Can change authenticator', 127, 'change_authenticator'),
	(508, 'Can delete authenticator', 127, 'delete_authenticator'),
	(509, 'Can view authenticator', 127, 'view_authenticator'),
	(510, 'Can add redirect', 128, 'add_redirect'),
	(511, 'Can change redirect', 128, 'change_redirect'),
	(512, 'Can delete redirect', 128, 'delete_redirect'),
	(513, 'Can view redirect', 128, 'view_redirect'),
	(514, 'Can submit translations', 129, 'submit_translation'),
	(515, 'Can add embed', 130, 'add_embed'),
	(516, 'Can change embed', 130, 'change_embed'),
	(517, 'Can delete embed', 130, 'delete_embed'),
	(518, 'Can view embed', 130, 'view_embed'),
	(519, 'Can add user profile', 131, 'add_userprofile'),
	(520, 'Can change user profile', 131, 'change_userprofile'),
	(521, 'Can delete user profile', 131, 'delete_userprofile'),
	(522, 'Can view user profile', 131, 'view_userprofile'),
	(523, 'Can view document', 27, 'view_document'),
	(524, 'Can view image', 28, 'view_image'),
	(525, 'Can add rendition', 132, 'add_rendition'),
	(526, 'Can change rendition', 132, 'change_rendition'),
	(527, 'Can delete rendition', 132, 'delete_rendition'),
	(528, 'Can view rendition', 132, 'view_rendition'),
	(529, 'Can add index entry', 133, 'add_indexentry'),
	(530, 'Can change index entry', 133, 'change_indexentry'),
	(531, 'Can delete index entry', 133, 'delete_indexentry'),
	(532, 'Can view index entry', 133, 'view_indexentry'),
	(533, 'Can add editing session', 134, 'add_editingsession'),
	(534, 'Can change editing session', 134, 'change_editingsession'),
	(535, 'Can delete editing session', 134, 'delete_editingsession'),
	(536, 'Can view editing session', 134, 'view_editingsession'),
	(537, 'Can add form state', 135, 'add_formstate'),
	(538, 'Can change form state', 135, 'change_formstate'),
	(539, 'Can delete form state', 135, 'delete_formstate'),
	(540, 'Can view form state', 135, 'view_formstate'),
	(541, 'Can add tag', 136, 'add_tag'),
	(542, 'Can change tag', 136, 'change_tag'),
	(543, 'Can delete tag', 136, 'delete_tag'),
	(544, 'Can view tag', 136, 'view_tag'),
	(545, 'Can add tagged item', 137, 'add_taggeditem'),
	(546, 'Can change tagged item', 137, 'change_taggeditem'),
	(547, 'Can delete tagged item', 137, 'delete_taggeditem'),
	(548, 'Can view tagged item', 137, 'view_taggeditem'),
	(549, 'Can add permission', 138, 'add_permission'),
	(550, 'Can change permission', 138, 'change_permission'),
	(551, 'Can delete permission', 138, 'delete_permission'),
	(552, 'Can view permission', 138, 'view_permission'),
	(553, 'Can add group', 139, 'add_group'),
	(554, 'Can change group', 139, 'change_group'),
	(555, 'Can delete group', 139, 'delete_group'),
	(556, 'Can view group', 139, 'view_group'),
	(557, 'Can add content type', 140, 'add_contenttype'),
	(558, 'Can change content type', 140, 'change_contenttype'),
	(559, 'Can delete content type', 140, 'delete_contenttype'),
	(560, 'Can view content type', 140, 'view_contenttype'),
	(561, 'Can add session', 141, 'add_session'),
	(562, 'Can change session', 141, 'change_session'),
	(563, 'Can delete session', 141, 'delete_session'),
	(564, 'Can view session', 141, 'view_session');
INSERT INTO public.django_content_type VALUES
	(1, 'wagtailcore', 'page'),
	(2, 'wagtailcore', 'groupapprovaltask'),
	(3, 'wagtailcore', 'locale'),
	(4, 'wagtailcore', 'site'),
	(5, 'wagtailcore', 'groupsitepermission'),
	(6, 'wagtailcore', 'modellogentry'),
	(7, 'wagtailcore', 'revision'),
	(8, 'wagtailcore', 'collectionviewrestriction'),
	(9, 'wagtailcore', 'collection'),
	(10, 'wagtailcore', 'groupcollectionpermission'),
	(11, 'wagtailcore', 'uploadedfile'),
	(12, 'wagtailcore', 'workflowcontenttype'),
	(13, 'wagtailcore', 'workflowstate'),
	(14, 'wagtailcore', 'workflow'),
	(15, 'wagtailcore', 'workflowtask'),
	(16, 'wagtailcore', 'task'),
	(17, 'wagtailcore', 'taskstate'),
	(18, 'wagtailcore', 'grouppagepermission'),
	(19, 'wagtailcore', 'pageviewrestriction'),
	(20, 'wagtailcore', 'workflowpage'),
	(21, 'wagtailcore', 'pagelogentry'),
	(22, 'wagtailcore', 'comment'),
	(23, 'wagtailcore', 'commentreply'),
	(24, 'wagtailcore', 'pagesubscription'),
	(25, 'wagtailcore', 'referenceindex'),
	(26, 'wagtailadmin', 'admin'),
	(27, 'wagtaildocs', 'document'),
	(28, 'wagtailimages', 'image'),
	(29, 'cms', 'cataloguepage'),
	(30, 'cms', 'contactsettings'),
	(31, 'cms', 'fundingsettings'),
	(32, 'cms', 'homepage'),
	(33, 'cms', 'privacypage'),
	(34, 'cms', 'standardpage'),
	(35, 'cms', 'accessibilitypage'),
	(36, 'cms', 'coursepage'),
	(37, 'certificates', 'certificate'),
	(38, 'certificates', 'issuebatch'),
	(39, 'certificates', 'issueitem'),
	(40, 'certificates', 'issuer'),
	(41, 'certificates', 'verification'),
	(42, 'certificates', 'statuslist'),
	(43, 'certificates', 'issuerkey'),
	(44, 'certificates', 'revocationrequest'),
	(45, 'certificates', 'shownname'),
	(46, 'certificates', 'sharelink'),
	(47, 'certificates', 'shareview'),
	(48, 'certificates', 'apikey'),
	(49, 'certificates', 'attestation'),
	(50, 'certificates', 'template'),
	(51, 'certificates', 'templateversion'),
	(52, 'certificates', 'templateproof'),
	(53, 'training', 'absencecode'),
	(54, 'training', 'cando'),
	(55, 'training', 'sector'),
	(56, 'training', 'enrolment'),
	(57, 'training', 'enrolmentevent'),
	(58, 'training', 'room'),
	(59, 'training', 'occupation'),
	(60, 'training', 'course'),
	(61, 'training', 'session'),
	(62, 'training', 'halfday'),
	(63, 'training', 'skippedday'),
	(64, 'training', 'assessment'),
	(65, 'training', 'attendance'),
	(66, 'training', 'openrequest'),
	(67, 'training', 'openrequestevent'),
	(68, 'training', 'pair'),
	(69, 'training', 'priorityrule'),
	(70, 'training', 'reservation'),
	(71, 'training', 'sessionevent'),
	(72, 'training', 'unavailability'),
	(73, 'training', 'timetablechange'),
	(74, 'training', 'interest'),
	(75, 'training', 'placementattempt'),
	(76, 'training', 'placementitem'),
	(77, 'training', 'placementanswer'),
	(78, 'training', 'placementresult'),
	(79, 'training', 'calendarfeed'),
	(80, 'training', 'conditions'),
	(81, 'training', 'entrylevel'),
	(82, 'training', 'delivery'),
	(83, 'training', 'internalrules'),
	(84, 'training', 'welcomepack'),
	(85, 'training', 'attachment'),
	(86, 'training', 'kairosentry'),
	(87, 'training', 'import'),
	(88, 'training', 'importrow'),
	(89, 'training', 'referral'),
	(90, 'training', 'candotick'),
	(91, 'training', 'chosenoccupation'),
	(92, 'training', 'evaluationdraft'),
	(93, 'training', 'externalcertificate'),
	(94, 'training', 'lessonnote'),
	(95, 'training', 'mandatoryhalfday'),
	(96, 'training', 'vocabularydomain'),
	(97, 'training', 'registerchange'),
	(98, 'training', 'alert'),
	(99, 'training', 'alertrule'),
	(100, 'training', 'announcedabsence');
INSERT INTO public.django_content_type VALUES
	(101, 'training', 'contact'),
	(102, 'training', 'toldofalert'),
	(103, 'training', 'waivedproof'),
	(104, 'training', 'absenceproof'),
	(105, 'training', 'amendment'),
	(106, 'training', 'chainlink'),
	(107, 'training', 'signature'),
	(108, 'training', 'voiding'),
	(109, 'training', 'registeraudit'),
	(110, 'training', 'registerfinding'),
	(111, 'training', 'monthlystatement'),
	(112, 'training', 'papersheet'),
	(113, 'training', 'sessionfile'),
	(114, 'training', 'printedsheet'),
	(115, 'accounts', 'commune'),
	(116, 'accounts', 'user'),
	(117, 'accounts', 'message'),
	(118, 'accounts', 'organisation'),
	(119, 'accounts', 'membership'),
	(120, 'accounts', 'person'),
	(121, 'accounts', 'lettertext'),
	(122, 'accounts', 'stoppedletter'),
	(123, 'accounts', 'difference'),
	(124, 'documents', 'document'),
	(125, 'account', 'emailaddress'),
	(126, 'account', 'emailconfirmation'),
	(127, 'mfa', 'authenticator'),
	(128, 'wagtailredirects', 'redirect'),
	(129, 'simple_translation', 'simpletranslation'),
	(130, 'wagtailembeds', 'embed'),
	(131, 'wagtailusers', 'userprofile'),
	(132, 'wagtailimages', 'rendition'),
	(133, 'wagtailsearch', 'indexentry'),
	(134, 'wagtailadmin', 'editingsession'),
	(135, 'wagtailadmin', 'formstate'),
	(136, 'taggit', 'tag'),
	(137, 'taggit', 'taggeditem'),
	(138, 'auth', 'permission'),
	(139, 'auth', 'group'),
	(140, 'contenttypes', 'contenttype'),
	(141, 'sessions', 'session');
INSERT INTO public.django_migrations VALUES
	(1, 'contenttypes', '0001_initial', '2026-11-27 09:12:49.846376+00'),
	(2, 'contenttypes', '0002_remove_content_type_name', '2026-11-27 09:12:49.861128+00'),
	(3, 'auth', '0001_initial', '2026-11-27 09:12:49.906734+00'),
	(4, 'auth', '0002_alter_permission_name_max_length', '2026-11-27 09:12:49.91946+00'),
	(5, 'auth', '0003_alter_user_email_max_length', '2026-11-27 09:12:49.922566+00'),
	(6, 'auth', '0004_alter_user_username_opts', '2026-11-27 09:12:49.928783+00'),
	(7, 'auth', '0005_alter_user_last_login_null', '2026-11-27 09:12:49.945491+00'),
	(8, 'auth', '0006_require_contenttypes_0002', '2026-11-27 09:12:49.95437+00'),
	(9, 'auth', '0007_alter_validators_add_error_messages', '2026-11-27 09:12:49.957245+00'),
	(10, 'auth', '0008_alter_user_username_max_length', '2026-11-27 09:12:49.961558+00'),
	(11, 'auth', '0009_alter_user_last_name_max_length', '2026-11-27 09:12:49.970155+00'),
	(12, 'auth', '0010_alter_group_name_max_length', '2026-11-27 09:12:49.983386+00'),
	(13, 'auth', '0011_update_proxy_permissions', '2026-11-27 09:12:49.98917+00'),
	(14, 'auth', '0012_alter_user_first_name_max_length', '2026-11-27 09:12:49.998419+00'),
	(15, 'accounts', '0001_initial', '2026-11-27 09:12:50.192135+00'),
	(16, 'account', '0001_initial', '2026-11-27 09:12:50.254009+00'),
	(17, 'account', '0002_email_max_length', '2026-11-27 09:12:50.270615+00'),
	(18, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-11-27 09:12:50.297713+00'),
	(19, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-11-27 09:12:50.331829+00'),
	(20, 'account', '0005_emailaddress_idx_upper_email', '2026-11-27 09:12:50.348912+00'),
	(21, 'account', '0006_emailaddress_lower', '2026-11-27 09:12:50.368154+00'),
	(22, 'account', '0007_emailaddress_idx_email', '2026-11-27 09:12:50.564097+00'),
	(23, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-11-27 09:12:50.584162+00'),
	(24, 'account', '0009_emailaddress_unique_primary_email', '2026-11-27 09:12:50.599482+00'),
	(25, 'accounts', '0002_outbox', '2026-11-27 09:12:50.782286+00'),
	(26, 'accounts', '0003_letters', '2026-11-27 09:12:50.843177+00'),
	(27, 'accounts', '0004_merged_files', '2026-11-27 09:12:51.022131+00'),
	(28, 'documents', '0001_initial', '2026-11-27 09:12:51.036216+00'),
	(29, 'documents', '0002_welcome_packs', '2026-11-27 09:12:51.037724+00'),
	(30, 'documents', '0003_certificats_de_realisation', '2026-11-27 09:12:51.039247+00'),
	(31, 'documents', '0004_attestations', '2026-11-27 09:12:51.04467+00'),
	(32, 'training', '0001_initial', '2026-11-27 09:12:52.941281+00'),
	(33, 'training', '0002_closed_registers_are_final', '2026-11-27 09:12:53.092618+00'),
	(34, 'training', '0003_kept_no_longer', '2026-11-27 09:12:53.143051+00'),
	(35, 'training', '0004_transfers', '2026-11-27 09:12:53.743101+00'),
	(36, 'training', '0005_waiting_lists', '2026-11-27 09:12:55.413995+00'),
	(37, 'training', '0006_clashes_and_decisions', '2026-11-27 09:12:56.948873+00'),
	(38, 'training', '0007_timetable_changes', '2026-11-27 09:12:57.035447+00'),
	(39, 'training', '0008_interest', '2026-11-27 09:12:57.123886+00'),
	(40, 'training', '0009_placement_test', '2026-11-27 09:12:57.893523+00'),
	(41, 'training', '0010_calendar_feeds', '2026-11-27 09:12:57.985181+00'),
	(42, 'training', '0011_conditions', '2026-11-27 09:12:58.387187+00'),
	(43, 'training', '0012_welcome_packs', '2026-11-27 09:12:59.664156+00'),
	(44, 'training', '0013_questions', '2026-11-27 09:12:59.865386+00'),
	(45, 'training', '0014_files_of_requests', '2026-11-27 09:12:59.977755+00'),
	(46, 'training', '0015_kairos', '2026-11-27 09:13:00.099856+00'),
	(47, 'training', '0016_merging', '2026-11-27 09:13:00.149404+00'),
	(48, 'training', '0017_imports', '2026-11-27 09:13:00.742666+00'),
	(49, 'training', '0018_import_claims', '2026-11-27 09:13:00.845572+00'),
	(50, 'training', '0019_referrals', '2026-11-27 09:13:00.97939+00'),
	(51, 'training', '0020_import_errors_in_each_language', '2026-11-27 09:13:01.103672+00'),
	(52, 'training', '0021_offers_end_with_enrolment', '2026-11-27 09:13:01.278317+00'),
	(53, 'training', '0022_within_km', '2026-11-27 09:13:01.335037+00'),
	(54, 'training', '0023_calls', '2026-11-27 09:13:01.371877+00'),
	(55, 'training', '0024_progress', '2026-11-27 09:13:05.209191+00'),
	(56, 'training', '0025_register_changes', '2026-11-27 09:13:05.323076+00'),
	(57, 'training', '0026_absences', '2026-11-27 09:13:07.364918+00'),
	(58, 'training', '0027_signatures', '2026-11-27 09:13:11.272003+00'),
	(59, 'training', '0028_register_audits', '2026-11-27 09:13:11.806211+00'),
	(60, 'training', '0029_papers_of_the_register', '2026-11-27 09:13:12.128866+00'),
	(61, 'training', '0031_signed_on_a_device', '2026-11-27 09:13:13.067471+00'),
	(62, 'training', '0032_half_day_part', '2026-11-27 09:13:13.153434+00'),
	(63, 'training', '0033_what_a_sheet_shows', '2026-11-27 09:13:13.283558+00'),
	(64, 'training', '0034_telephones', '2026-11-27 09:13:13.451184+00'),
	(65, 'training', '0035_printed_sheets', '2026-11-27 09:13:13.919007+00'),
	(66, 'certificates', '0001_initial', '2026-11-27 09:13:15.523643+00'),
	(67, 'certificates', '0002_chain_and_credential', '2026-11-27 09:13:16.727978+00'),
	(68, 'certificates', '0003_chain_what_was_issued', '2026-11-27 09:13:18.351145+00'),
	(69, 'certificates', '0004_realisations', '2026-11-27 09:13:18.749163+00'),
	(70, 'certificates', '0005_two_people_revoke', '2026-11-27 09:13:19.783016+00'),
	(71, 'certificates', '0006_expiry', '2026-11-27 09:13:20.227345+00'),
	(72, 'certificates', '0007_shown_name', '2026-11-27 09:13:20.769681+00'),
	(73, 'certificates', '0008_share_links', '2026-11-27 09:13:21.22499+00'),
	(74, 'certificates', '0009_api_keys', '2026-11-27 09:13:21.441791+00'),
	(75, 'certificates', '0010_attestations', '2026-11-27 09:13:25.880283+00'),
	(76, 'certificates', '0011_templates', '2026-11-27 09:13:26.940216+00'),
	(77, 'certificates', '0012_papers_in_a_chain', '2026-11-27 09:13:29.459093+00'),
	(78, 'certificates', '0013_template_proofs', '2026-11-27 09:13:29.659504+00'),
	(79, 'wagtailcore', '0001_initial', '2026-11-27 09:13:32.328322+00'),
	(80, 'wagtailcore', '0002_initial_data', '2026-11-27 09:13:32.329107+00'),
	(81, 'wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', '2026-11-27 09:13:32.329473+00'),
	(82, 'wagtailcore', '0004_page_locked', '2026-11-27 09:13:32.329735+00'),
	(83, 'wagtailcore', '0005_add_page_lock_permission_to_moderators', '2026-11-27 09:13:32.33111+00'),
	(84, 'wagtailcore', '0006_add_lock_page_permission', '2026-11-27 09:13:32.331624+00'),
	(85, 'wagtailcore', '0007_page_latest_revision_created_at', '2026-11-27 09:13:32.331908+00'),
	(86, 'wagtailcore', '0008_populate_latest_revision_created_at', '2026-11-27 09:13:32.332185+00'),
	(87, 'wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', '2026-11-27 09:13:32.332436+00'),
	(88, 'wagtailcore', '0010_change_page_owner_to_null_on_delete', '2026-11-27 09:13:32.332677+00'),
	(89, 'wagtailcore', '0011_page_first_published_at', '2026-11-27 09:13:32.332913+00'),
	(90, 'wagtailcore', '0012_extend_page_slug_field', '2026-11-27 09:13:32.333182+00'),
	(91, 'wagtailcore', '0013_update_golive_expire_help_text', '2026-11-27 09:13:32.33345+00'),
	(92, 'wagtailcore', '0014_add_verbose_name', '2026-11-27 09:13:32.33371+00'),
	(93, 'wagtailcore', '0015_add_more_verbose_names', '2026-11-27 09:13:32.333951+00'),
	(94, 'wagtailcore', '0016_change_page_url_path_to_text_field', '2026-11-27 09:13:32.334168+00'),
	(95, 'wagtailcore', '0017_change_edit_page_permission_description', '2026-11-27 09:13:32.389373+00'),
	(96, 'wagtailcore', '0018_pagerevision_submitted_for_moderation_index', '2026-11-27 09:13:32.510639+00'),
	(97, 'wagtailcore', '0019_verbose_names_cleanup', '2026-11-27 09:13:33.110949+00'),
	(98, 'wagtailcore', '0020_add_index_on_page_first_published_at', '2026-11-27 09:13:33.220031+00'),
	(99, 'wagtailcore', '0021_capitalizeverbose', '2026-11-27 09:13:38.743763+00'),
	(100, 'wagtailcore', '0022_add_site_name', '2026-11-27 09:13:38.764274+00');
INSERT INTO public.django_migrations VALUES
	(101, 'wagtailcore', '0023_alter_page_revision_on_delete_behaviour', '2026-11-27 09:13:39.018194+00'),
	(102, 'wagtailcore', '0024_collection', '2026-11-27 09:13:39.055185+00'),
	(103, 'wagtailcore', '0025_collection_initial_data', '2026-11-27 09:13:39.293058+00'),
	(104, 'wagtailcore', '0026_group_collection_permission', '2026-11-27 09:13:40.248981+00'),
	(105, 'wagtailcore', '0027_fix_collection_path_collation', '2026-11-27 09:13:40.525933+00'),
	(106, 'wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', '2026-11-27 09:13:40.813897+00'),
	(107, 'wagtailcore', '0028_merge', '2026-11-27 09:13:40.822015+00'),
	(108, 'wagtailcore', '0029_unicode_slugfield_dj19', '2026-11-27 09:13:40.961618+00'),
	(109, 'wagtailcore', '0030_index_on_pagerevision_created_at', '2026-11-27 09:13:41.090624+00'),
	(110, 'wagtailcore', '0031_add_page_view_restriction_types', '2026-11-27 09:13:41.37903+00'),
	(111, 'wagtailcore', '0032_add_bulk_delete_page_permission', '2026-11-27 09:13:41.397475+00'),
	(112, 'wagtailcore', '0033_remove_golive_expiry_help_text', '2026-11-27 09:13:42.090762+00'),
	(113, 'wagtailcore', '0034_page_live_revision', '2026-11-27 09:13:42.354695+00'),
	(114, 'wagtailcore', '0035_page_last_published_at', '2026-11-27 09:13:42.450154+00'),
	(115, 'wagtailcore', '0036_populate_page_last_published_at', '2026-11-27 09:13:42.627089+00'),
	(116, 'wagtailcore', '0037_set_page_owner_editable', '2026-11-27 09:13:42.844108+00'),
	(117, 'wagtailcore', '0038_make_first_published_at_editable', '2026-11-27 09:13:42.949465+00'),
	(118, 'wagtailcore', '0039_collectionviewrestriction', '2026-11-27 09:13:43.815712+00'),
	(119, 'wagtailcore', '0040_page_draft_title', '2026-11-27 09:13:44.038384+00'),
	(120, 'wagtailcore', '0041_group_collection_permissions_verbose_name_plural', '2026-11-27 09:13:44.053034+00'),
	(121, 'wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', '2026-11-27 09:13:44.121869+00'),
	(122, 'wagtailcore', '0043_lock_fields', '2026-11-27 09:13:44.363584+00'),
	(123, 'wagtailcore', '0044_add_unlock_grouppagepermission', '2026-11-27 09:13:44.385626+00'),
	(124, 'wagtailcore', '0045_assign_unlock_grouppagepermission', '2026-11-27 09:13:44.852908+00'),
	(125, 'wagtailcore', '0046_site_name_remove_null', '2026-11-27 09:13:44.873116+00'),
	(126, 'wagtailcore', '0047_add_workflow_models', '2026-11-27 09:13:47.987358+00'),
	(127, 'wagtailcore', '0048_add_default_workflows', '2026-11-27 09:13:48.608015+00'),
	(128, 'wagtailcore', '0049_taskstate_finished_by', '2026-11-27 09:13:48.815096+00'),
	(129, 'wagtailcore', '0050_workflow_rejected_to_needs_changes', '2026-11-27 09:13:49.128173+00'),
	(130, 'wagtailcore', '0051_taskstate_comment', '2026-11-27 09:13:49.249348+00'),
	(131, 'wagtailcore', '0052_pagelogentry', '2026-11-27 09:13:49.464278+00'),
	(132, 'wagtailcore', '0053_locale_model', '2026-11-27 09:13:49.474559+00'),
	(133, 'wagtailcore', '0054_initial_locale', '2026-11-27 09:13:49.991989+00'),
	(134, 'wagtailcore', '0055_page_locale_fields', '2026-11-27 09:13:50.395833+00'),
	(135, 'wagtailcore', '0056_page_locale_fields_populate', '2026-11-27 09:13:50.572583+00'),
	(136, 'wagtailcore', '0057_page_locale_fields_notnull', '2026-11-27 09:13:51.199942+00'),
	(137, 'wagtailcore', '0058_page_alias_of', '2026-11-27 09:13:51.385114+00'),
	(138, 'wagtailcore', '0059_apply_collection_ordering', '2026-11-27 09:13:51.632976+00'),
	(139, 'wagtailcore', '0060_fix_workflow_unique_constraint', '2026-11-27 09:13:51.931308+00'),
	(140, 'wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', '2026-11-27 09:13:52.221587+00'),
	(141, 'wagtailcore', '0062_comment_models_and_pagesubscription', '2026-11-27 09:13:53.373079+00'),
	(142, 'wagtailcore', '0063_modellogentry', '2026-11-27 09:13:53.623343+00'),
	(143, 'wagtailcore', '0064_log_timestamp_indexes', '2026-11-27 09:13:53.811839+00'),
	(144, 'wagtailcore', '0065_log_entry_uuid', '2026-11-27 09:13:54.559209+00'),
	(145, 'wagtailcore', '0066_collection_management_permissions', '2026-11-27 09:13:54.721445+00'),
	(146, 'wagtailcore', '0067_alter_pagerevision_content_json', '2026-11-27 09:13:54.975463+00'),
	(147, 'wagtailcore', '0068_log_entry_empty_object', '2026-11-27 09:13:55.116612+00'),
	(148, 'wagtailcore', '0069_log_entry_jsonfield', '2026-11-27 09:13:55.69943+00'),
	(149, 'wagtailcore', '0070_rename_pagerevision_revision', '2026-11-27 09:13:57.33361+00'),
	(150, 'wagtailcore', '0071_populate_revision_content_type', '2026-11-27 09:13:57.804942+00'),
	(151, 'wagtailcore', '0072_alter_revision_content_type_notnull', '2026-11-27 09:13:58.132067+00'),
	(152, 'wagtailcore', '0073_page_latest_revision', '2026-11-27 09:13:58.320201+00'),
	(153, 'wagtailcore', '0074_revision_object_str', '2026-11-27 09:13:58.452959+00'),
	(154, 'wagtailcore', '0075_populate_latest_revision_and_revision_object_str', '2026-11-27 09:13:58.995263+00'),
	(155, 'wagtailcore', '0076_modellogentry_revision', '2026-11-27 09:13:59.095507+00'),
	(156, 'wagtailcore', '0077_alter_revision_user', '2026-11-27 09:13:59.27752+00'),
	(157, 'wagtailcore', '0078_referenceindex', '2026-11-27 09:13:59.457824+00'),
	(158, 'wagtailcore', '0079_rename_taskstate_page_revision', '2026-11-27 09:13:59.854206+00'),
	(159, 'wagtailcore', '0080_generic_workflowstate', '2026-11-27 09:14:01.109897+00'),
	(160, 'wagtailcore', '0081_populate_workflowstate_content_type', '2026-11-27 09:14:01.263866+00'),
	(161, 'wagtailcore', '0082_alter_workflowstate_content_type_notnull', '2026-11-27 09:14:01.548083+00'),
	(162, 'wagtailcore', '0083_workflowcontenttype', '2026-11-27 09:14:01.942892+00'),
	(163, 'wagtailcore', '0084_add_default_page_permissions', '2026-11-27 09:14:02.074576+00'),
	(164, 'wagtailcore', '0085_add_grouppagepermission_permission', '2026-11-27 09:14:02.268015+00'),
	(165, 'wagtailcore', '0086_populate_grouppagepermission_permission', '2026-11-27 09:14:02.568808+00'),
	(166, 'wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', '2026-11-27 09:14:02.687098+00'),
	(167, 'wagtailcore', '0088_fix_log_entry_json_timestamps', '2026-11-27 09:14:03.030089+00'),
	(168, 'wagtailcore', '0089_log_entry_data_json_null_to_object', '2026-11-27 09:14:03.192185+00'),
	(169, 'wagtailcore', '0090_remove_grouppagepermission_permission_type', '2026-11-27 09:14:03.428613+00'),
	(170, 'wagtailcore', '0091_remove_revision_submitted_for_moderation', '2026-11-27 09:14:03.840207+00'),
	(171, 'wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', '2026-11-27 09:14:03.886382+00'),
	(172, 'wagtailcore', '0093_uploadedfile', '2026-11-27 09:14:04.008104+00'),
	(173, 'wagtailcore', '0094_alter_page_locale', '2026-11-27 09:14:04.158247+00'),
	(174, 'wagtailcore', '0095_groupsitepermission', '2026-11-27 09:14:04.369786+00'),
	(175, 'wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', '2026-11-27 09:14:04.411194+00'),
	(176, 'wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', '2026-11-27 09:14:04.871601+00'),
	(177, 'cms', '0001_initial', '2026-11-27 09:14:06.098575+00'),
	(178, 'cms', '0002_a_page_on_cookies', '2026-11-27 09:14:06.19943+00'),
	(179, 'mfa', '0001_initial', '2026-11-27 09:14:06.383473+00'),
	(180, 'mfa', '0002_authenticator_timestamps', '2026-11-27 09:14:06.592008+00'),
	(181, 'mfa', '0003_authenticator_type_uniq', '2026-11-27 09:14:07.018748+00'),
	(182, 'sessions', '0001_initial', '2026-11-27 09:14:07.029761+00'),
	(183, 'simple_translation', '0001_initial', '2026-11-27 09:14:07.039694+00'),
	(184, 'taggit', '0001_initial', '2026-11-27 09:14:07.227742+00'),
	(185, 'taggit', '0002_auto_20150616_2121', '2026-11-27 09:14:07.255214+00'),
	(186, 'taggit', '0003_taggeditem_add_unique_index', '2026-11-27 09:14:07.284362+00'),
	(187, 'taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', '2026-11-27 09:14:07.920141+00'),
	(188, 'taggit', '0005_auto_20220424_2025', '2026-11-27 09:14:07.937256+00'),
	(189, 'taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', '2026-11-27 09:14:07.975791+00'),
	(190, 'wagtailadmin', '0001_create_admin_access_permissions', '2026-11-27 09:14:08.087358+00'),
	(191, 'wagtailadmin', '0002_admin', '2026-11-27 09:14:08.09757+00'),
	(192, 'wagtailadmin', '0003_admin_managed', '2026-11-27 09:14:08.105878+00'),
	(193, 'wagtailadmin', '0004_editingsession', '2026-11-27 09:14:08.275346+00'),
	(194, 'wagtailadmin', '0005_editingsession_is_editing', '2026-11-27 09:14:08.384022+00'),
	(195, 'wagtailadmin', '0006_formstate', '2026-11-27 09:14:08.592824+00'),
	(196, 'wagtaildocs', '0001_initial', '2026-11-27 09:14:08.934737+00'),
	(197, 'wagtaildocs', '0002_initial_data', '2026-11-27 09:14:09.071456+00'),
	(198, 'wagtaildocs', '0003_add_verbose_names', '2026-11-27 09:14:09.571511+00'),
	(199, 'wagtaildocs', '0004_capitalizeverbose', '2026-11-27 09:14:10.580427+00'),
	(200, 'wagtaildocs', '0005_document_collection', '2026-11-27 09:14:11.036639+00');
INSERT INTO public.django_migrations VALUES
	(201, 'wagtaildocs', '0006_copy_document_permissions_to_collections', '2026-11-27 09:14:11.22062+00'),
	(202, 'wagtaildocs', '0005_alter_uploaded_by_user_on_delete_action', '2026-11-27 09:14:11.385593+00'),
	(203, 'wagtaildocs', '0007_merge', '2026-11-27 09:14:11.391613+00'),
	(204, 'wagtaildocs', '0008_document_file_size', '2026-11-27 09:14:11.482686+00'),
	(205, 'wagtaildocs', '0009_document_verbose_name_plural', '2026-11-27 09:14:11.572054+00'),
	(206, 'wagtaildocs', '0010_document_file_hash', '2026-11-27 09:14:11.668093+00'),
	(207, 'wagtaildocs', '0011_add_choose_permissions', '2026-11-27 09:14:12.359528+00'),
	(208, 'wagtaildocs', '0012_uploadeddocument', '2026-11-27 09:14:12.452869+00'),
	(209, 'wagtaildocs', '0013_delete_uploadeddocument', '2026-11-27 09:14:12.455608+00'),
	(210, 'wagtaildocs', '0014_alter_document_file_size', '2026-11-27 09:14:12.512666+00'),
	(211, 'wagtailembeds', '0001_initial', '2026-11-27 09:14:12.531091+00'),
	(212, 'wagtailembeds', '0002_add_verbose_names', '2026-11-27 09:14:12.534335+00'),
	(213, 'wagtailembeds', '0003_capitalizeverbose', '2026-11-27 09:14:12.539639+00'),
	(214, 'wagtailembeds', '0004_embed_verbose_name_plural', '2026-11-27 09:14:12.543849+00'),
	(215, 'wagtailembeds', '0005_specify_thumbnail_url_max_length', '2026-11-27 09:14:12.547555+00'),
	(216, 'wagtailembeds', '0006_add_embed_hash', '2026-11-27 09:14:12.550992+00'),
	(217, 'wagtailembeds', '0007_populate_hash', '2026-11-27 09:14:12.848272+00'),
	(218, 'wagtailembeds', '0008_allow_long_urls', '2026-11-27 09:14:12.903054+00'),
	(219, 'wagtailembeds', '0009_embed_cache_until', '2026-11-27 09:14:12.914908+00'),
	(220, 'wagtailimages', '0001_initial', '2026-11-27 09:14:14.03998+00'),
	(221, 'wagtailimages', '0002_initial_data', '2026-11-27 09:14:14.040558+00'),
	(222, 'wagtailimages', '0003_fix_focal_point_fields', '2026-11-27 09:14:14.043388+00'),
	(223, 'wagtailimages', '0004_make_focal_point_key_not_nullable', '2026-11-27 09:14:14.043747+00'),
	(224, 'wagtailimages', '0005_make_filter_spec_unique', '2026-11-27 09:14:14.043964+00'),
	(225, 'wagtailimages', '0006_add_verbose_names', '2026-11-27 09:14:14.04415+00'),
	(226, 'wagtailimages', '0007_image_file_size', '2026-11-27 09:14:14.044326+00'),
	(227, 'wagtailimages', '0008_image_created_at_index', '2026-11-27 09:14:14.044497+00'),
	(228, 'wagtailimages', '0009_capitalizeverbose', '2026-11-27 09:14:14.044665+00'),
	(229, 'wagtailimages', '0010_change_on_delete_behaviour', '2026-11-27 09:14:14.044829+00'),
	(230, 'wagtailimages', '0011_image_collection', '2026-11-27 09:14:14.044994+00'),
	(231, 'wagtailimages', '0012_copy_image_permissions_to_collections', '2026-11-27 09:14:14.045154+00'),
	(232, 'wagtailimages', '0013_make_rendition_upload_callable', '2026-11-27 09:14:14.047013+00'),
	(233, 'wagtailimages', '0014_add_filter_spec_field', '2026-11-27 09:14:14.047342+00'),
	(234, 'wagtailimages', '0015_fill_filter_spec_field', '2026-11-27 09:14:14.047525+00'),
	(235, 'wagtailimages', '0016_deprecate_rendition_filter_relation', '2026-11-27 09:14:14.047689+00'),
	(236, 'wagtailimages', '0017_reduce_focal_point_key_max_length', '2026-11-27 09:14:14.047847+00'),
	(237, 'wagtailimages', '0018_remove_rendition_filter', '2026-11-27 09:14:14.048005+00'),
	(238, 'wagtailimages', '0019_delete_filter', '2026-11-27 09:14:14.048162+00'),
	(239, 'wagtailimages', '0020_add-verbose-name', '2026-11-27 09:14:14.048316+00'),
	(240, 'wagtailimages', '0021_image_file_hash', '2026-11-27 09:14:14.048468+00'),
	(241, 'wagtailimages', '0022_uploadedimage', '2026-11-27 09:14:14.21138+00'),
	(242, 'wagtailimages', '0023_add_choose_permissions', '2026-11-27 09:14:14.972671+00'),
	(243, 'wagtailimages', '0024_index_image_file_hash', '2026-11-27 09:14:15.074029+00'),
	(244, 'wagtailimages', '0025_alter_image_file_alter_rendition_file', '2026-11-27 09:14:15.205318+00'),
	(245, 'wagtailimages', '0026_delete_uploadedimage', '2026-11-27 09:14:15.216269+00'),
	(246, 'wagtailimages', '0027_image_description', '2026-11-27 09:14:15.321121+00'),
	(247, 'wagtailredirects', '0001_initial', '2026-11-27 09:14:15.503423+00'),
	(248, 'wagtailredirects', '0002_add_verbose_names', '2026-11-27 09:14:15.740588+00'),
	(249, 'wagtailredirects', '0003_make_site_field_editable', '2026-11-27 09:14:16.170429+00'),
	(250, 'wagtailredirects', '0004_set_unique_on_path_and_site', '2026-11-27 09:14:16.251707+00'),
	(251, 'wagtailredirects', '0005_capitalizeverbose', '2026-11-27 09:14:16.729132+00'),
	(252, 'wagtailredirects', '0006_redirect_increase_max_length', '2026-11-27 09:14:16.779938+00'),
	(253, 'wagtailredirects', '0007_add_autocreate_fields', '2026-11-27 09:14:17.209415+00'),
	(254, 'wagtailredirects', '0008_add_verbose_name_plural', '2026-11-27 09:14:17.245233+00'),
	(255, 'wagtailsearch', '0001_initial', '2026-11-27 09:14:17.701453+00'),
	(256, 'wagtailsearch', '0002_add_verbose_names', '2026-11-27 09:14:18.02073+00'),
	(257, 'wagtailsearch', '0003_remove_editors_pick', '2026-11-27 09:14:18.025398+00'),
	(258, 'wagtailsearch', '0004_querydailyhits_verbose_name_plural', '2026-11-27 09:14:18.045369+00'),
	(259, 'wagtailsearch', '0005_create_indexentry', '2026-11-27 09:14:18.647533+00'),
	(260, 'wagtailsearch', '0006_customise_indexentry', '2026-11-27 09:14:18.836322+00'),
	(261, 'wagtailsearch', '0007_delete_editorspick', '2026-11-27 09:14:18.847809+00'),
	(262, 'wagtailsearch', '0008_remove_query_and_querydailyhits_models', '2026-11-27 09:14:18.888759+00'),
	(263, 'wagtailsearch', '0009_remove_ngram_autocomplete', '2026-11-27 09:14:18.889678+00'),
	(264, 'wagtailsearch', '0010_add_text_fields', '2026-11-27 09:14:18.962181+00'),
	(265, 'wagtailusers', '0001_initial', '2026-11-27 09:14:19.244791+00'),
	(266, 'wagtailusers', '0002_add_verbose_name_on_userprofile', '2026-11-27 09:14:19.988913+00'),
	(267, 'wagtailusers', '0003_add_verbose_names', '2026-11-27 09:14:20.148279+00'),
	(268, 'wagtailusers', '0004_capitalizeverbose', '2026-11-27 09:14:20.602232+00'),
	(269, 'wagtailusers', '0005_make_related_name_wagtail_specific', '2026-11-27 09:14:20.854085+00'),
	(270, 'wagtailusers', '0006_userprofile_prefered_language', '2026-11-27 09:14:21.323965+00'),
	(271, 'wagtailusers', '0007_userprofile_current_time_zone', '2026-11-27 09:14:21.444026+00'),
	(272, 'wagtailusers', '0008_userprofile_avatar', '2026-11-27 09:14:21.548343+00'),
	(273, 'wagtailusers', '0009_userprofile_verbose_name_plural', '2026-11-27 09:14:21.655033+00'),
	(274, 'wagtailusers', '0010_userprofile_updated_comments_notifications', '2026-11-27 09:14:21.764019+00'),
	(275, 'wagtailusers', '0011_userprofile_dismissibles', '2026-11-27 09:14:21.868503+00'),
	(276, 'wagtailusers', '0012_userprofile_theme', '2026-11-27 09:14:22.032166+00'),
	(277, 'wagtailusers', '0013_userprofile_density', '2026-11-27 09:14:22.196232+00'),
	(278, 'wagtailusers', '0014_userprofile_contrast', '2026-11-27 09:14:22.584095+00'),
	(279, 'wagtailusers', '0015_userprofile_keyboard_shortcuts', '2026-11-27 09:14:22.72749+00'),
	(280, 'wagtailimages', '0001_squashed_0021', '2026-11-27 09:14:22.730667+00'),
	(281, 'wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', '2026-11-27 09:14:22.739258+00');
INSERT INTO public.wagtailcore_collection VALUES
	(1, '0001', 1, 0, 'Root');
INSERT INTO public.wagtailcore_groupapprovaltask VALUES
	(1);
INSERT INTO public.wagtailcore_groupapprovaltask_groups VALUES
	(1, 1, 1);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES
	(1, 1, 1, 106),
	(2, 1, 2, 106),
	(3, 1, 1, 107),
	(4, 1, 2, 107),
	(5, 1, 1, 109),
	(6, 1, 2, 109),
	(7, 1, 1, 110),
	(8, 1, 2, 110),
	(9, 1, 1, 111),
	(10, 1, 2, 111),
	(11, 1, 1, 113),
	(12, 1, 2, 113);
INSERT INTO public.wagtailcore_grouppagepermission VALUES
	(1, 1, 1, 65),
	(2, 1, 1, 66),
	(3, 1, 1, 71),
	(4, 2, 1, 65),
	(5, 2, 1, 66),
	(6, 1, 1, 70),
	(7, 1, 1, 72);
INSERT INTO public.wagtailcore_locale VALUES
	(1, 'fr');
INSERT INTO public.wagtailcore_page VALUES
	(1, '0001', 1, 1, 'Root', 'root', true, false, '/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Root', NULL, NULL, '7c2d1bcb-03ea-4a10-a510-0e3fb50177fa', 1, NULL, NULL),
	(2, '00010001', 2, 0, 'Welcome to your new Wagtail site!', 'home', true, false, '/home/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Welcome to your new Wagtail site!', NULL, NULL, 'd6115c37-b7ee-4256-9d1c-1c638d53ecab', 1, NULL, NULL);
INSERT INTO public.wagtailcore_site VALUES
	(1, 'localhost', 80, true, 2, '');
INSERT INTO public.wagtailcore_task VALUES
	(1, 'Moderators approval', true, 2);
INSERT INTO public.wagtailcore_workflow VALUES
	(1, 'Moderators approval', true);
INSERT INTO public.wagtailcore_workflowpage VALUES
	(1, 1);
INSERT INTO public.wagtailcore_workflowtask VALUES
	(1, 0, 1, 1);
SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_difference_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_lettertext_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_membership_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_message_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_organisation_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_person_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_stoppedletter_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_user_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_user_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_user_user_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_id_seq', 2, true);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 18, true);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 564, true);
SELECT pg_catalog.setval('public.certificates_apikey_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_certificate_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_issuebatch_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_issueitem_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_issuer_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_issuerkey_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_realisation_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_revocationrequest_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_sharelink_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_shareview_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_shownname_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_status_place', 0, false);
SELECT pg_catalog.setval('public.certificates_statuslist_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_template_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_templateproof_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_templateversion_id_seq', 1, false);
SELECT pg_catalog.setval('public.cms_contactsettings_id_seq', 1, false);
SELECT pg_catalog.setval('public.cms_fundingsettings_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 141, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 281, true);
SELECT pg_catalog.setval('public.documents_document_id_seq', 1, false);
SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);
SELECT pg_catalog.setval('public.simple_translation_simpletranslation_id_seq', 1, false);
SELECT pg_catalog.setval('public.taggit_tag_id_seq', 1, false);
SELECT pg_catalog.setval('public.taggit_taggeditem_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_absencecode_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_absenceproof_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_alert_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_alertrule_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_amendment_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_announcedabsence_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_assessment_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_attachment_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_attendance_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_calendarfeed_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_cando_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_candotick_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_chainlink_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_chosenoccupation_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_conditions_communes_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_conditions_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_contact_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_course_can_dos_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_course_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_course_occupations_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_delivery_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_enrolment_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_enrolmentevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_entrylevel_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_evaluationdraft_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_externalcertificate_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_halfday_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_import_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_importrow_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_interest_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_internalrules_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_kairosentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_lessonnote_can_dos_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_lessonnote_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_mandatoryhalfday_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_monthlystatement_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_occupation_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_openrequest_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_openrequestevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_pair_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_papersheet_half_days_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_papersheet_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_papersheet_shows_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_placementanswer_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_placementattempt_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_placementitem_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_placementresult_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_printedsheet_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_priorityrule_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_referral_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_registeraudit_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_registerchange_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_registerfinding_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_reservation_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_room_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_sector_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_session_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_session_trainers_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_sessionevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_sessionfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_signature_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_skippedday_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_timetablechange_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_toldofalert_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_unavailability_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_vocabularydomain_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_voiding_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_waivedproof_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_welcomepack_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_admin_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_editingsession_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_formstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_collection_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_comment_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_commentreply_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_groupapprovaltask_groups_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_groupcollectionpermission_id_seq', 12, true);
SELECT pg_catalog.setval('public.wagtailcore_grouppagepermission_id_seq', 7, true);
SELECT pg_catalog.setval('public.wagtailcore_groupsitepermission_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_locale_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_modellogentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_page_id_seq', 2, true);
SELECT pg_catalog.setval('public.wagtailcore_pagelogentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pagerevision_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pagesubscription_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_referenceindex_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_site_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_task_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_taskstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_uploadedfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_workflow_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_workflowstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_workflowtask_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtaildocs_document_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailembeds_embed_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailimages_image_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailimages_rendition_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailredirects_redirect_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailsearch_indexentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailusers_userprofile_id_seq', 1, false);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_commune
    ADD CONSTRAINT accounts_commune_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.accounts_difference
    ADD CONSTRAINT accounts_difference_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_lettertext
    ADD CONSTRAINT accounts_lettertext_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_message
    ADD CONSTRAINT accounts_message_dedupe_key_key UNIQUE (dedupe_key);
ALTER TABLE ONLY public.accounts_message
    ADD CONSTRAINT accounts_message_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_message
    ADD CONSTRAINT accounts_message_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.accounts_organisation
    ADD CONSTRAINT accounts_organisation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_person
    ADD CONSTRAINT accounts_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_person
    ADD CONSTRAINT accounts_person_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.accounts_stoppedletter
    ADD CONSTRAINT accounts_stoppedletter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_email_key UNIQUE (email);
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_group_id_59c0b32f_uniq UNIQUE (user_id, group_id);
ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permi_user_id_permission_id_2ab516c2_uniq UNIQUE (user_id, permission_id);
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_alert
    ADD CONSTRAINT alert_once UNIQUE NULLS NOT DISTINCT (kind, half_day_id, enrolment_id);
ALTER TABLE ONLY public.training_alertrule
    ADD CONSTRAINT alert_rule_once UNIQUE (session_id, kind);
ALTER TABLE ONLY public.training_attachment
    ADD CONSTRAINT attachment_one_of_a_kind UNIQUE (enrolment_id, kind);
ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT attendance_once UNIQUE (enrolment_id, half_day_id);
ALTER TABLE ONLY public.certificates_attestation
    ADD CONSTRAINT attestation_chain_has_no_fork UNIQUE (issuer_id, previous_sha256);
ALTER TABLE ONLY public.certificates_attestation
    ADD CONSTRAINT attestation_number_once UNIQUE (enrolment_id, kind, number);
ALTER TABLE ONLY public.certificates_attestation
    ADD CONSTRAINT attestation_place_once UNIQUE (issuer_id, place);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_cando
    ADD CONSTRAINT can_do_text_once UNIQUE (text_fr);
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificate_chain_has_no_fork UNIQUE (issuer_id, previous_sha256);
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificate_number_once UNIQUE (issuer_id, number);
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificate_status_place_once UNIQUE (status_list_id, status_index);
ALTER TABLE ONLY public.certificates_apikey
    ADD CONSTRAINT certificates_apikey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_apikey
    ADD CONSTRAINT certificates_apikey_secret_sha256_key UNIQUE (secret_sha256);
ALTER TABLE ONLY public.certificates_attestation
    ADD CONSTRAINT certificates_attestation_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certificate_code_key UNIQUE (code);
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certificate_document_id_key UNIQUE (document_id);
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certificate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certificate_replaced_by_id_key UNIQUE (replaced_by_id);
ALTER TABLE ONLY public.certificates_issuebatch
    ADD CONSTRAINT certificates_issuebatch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_issueitem
    ADD CONSTRAINT certificates_issueitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_issuer
    ADD CONSTRAINT certificates_issuer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_issuer
    ADD CONSTRAINT certificates_issuer_provider_id_key UNIQUE (provider_id);
ALTER TABLE ONLY public.certificates_issuerkey
    ADD CONSTRAINT certificates_issuerkey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_issuerkey
    ADD CONSTRAINT certificates_issuerkey_public_text_key UNIQUE (public_text);
ALTER TABLE ONLY public.certificates_attestation
    ADD CONSTRAINT certificates_realisation_document_id_key UNIQUE (document_id);
ALTER TABLE ONLY public.certificates_attestation
    ADD CONSTRAINT certificates_realisation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_revocationrequest
    ADD CONSTRAINT certificates_revocationrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_sharelink
    ADD CONSTRAINT certificates_sharelink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_sharelink
    ADD CONSTRAINT certificates_sharelink_token_sha256_key UNIQUE (token_sha256);
ALTER TABLE ONLY public.certificates_shareview
    ADD CONSTRAINT certificates_shareview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_shownname
    ADD CONSTRAINT certificates_shownname_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_statuslist
    ADD CONSTRAINT certificates_statuslist_name_key UNIQUE (name);
ALTER TABLE ONLY public.certificates_statuslist
    ADD CONSTRAINT certificates_statuslist_ordinal_key UNIQUE (ordinal);
ALTER TABLE ONLY public.certificates_statuslist
    ADD CONSTRAINT certificates_statuslist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_template
    ADD CONSTRAINT certificates_template_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_templateproof
    ADD CONSTRAINT certificates_templateproof_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_templateversion
    ADD CONSTRAINT certificates_templateversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_verification
    ADD CONSTRAINT certificates_verification_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_chainlink
    ADD CONSTRAINT chain_does_not_fork UNIQUE (session_id, previous_hash);
ALTER TABLE ONLY public.training_chainlink
    ADD CONSTRAINT chain_link_once UNIQUE (session_id, number);
ALTER TABLE ONLY public.training_chosenoccupation
    ADD CONSTRAINT chosen_occupation_once UNIQUE (person_id, occupation_id);
ALTER TABLE ONLY public.cms_accessibilitypage
    ADD CONSTRAINT cms_accessibilitypage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_cataloguepage
    ADD CONSTRAINT cms_cataloguepage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_contactsettings
    ADD CONSTRAINT cms_contactsettings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cms_coursepage
    ADD CONSTRAINT cms_coursepage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_fundingsettings
    ADD CONSTRAINT cms_fundingsettings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cms_homepage
    ADD CONSTRAINT cms_homepage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_privacypage
    ADD CONSTRAINT cms_privacypage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_standardpage
    ADD CONSTRAINT cms_standardpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.training_delivery
    ADD CONSTRAINT delivery_once UNIQUE (enrolment_id, pack_id, channel);
ALTER TABLE ONLY public.accounts_difference
    ADD CONSTRAINT difference_once UNIQUE (one_id, other_id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT document_once UNIQUE (sha256, kind);
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT enrolment_pair_of_two UNIQUE (pair_id, pair_place);
ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT enrolment_position_once UNIQUE (session_id, queue_position);
ALTER TABLE ONLY public.training_entrylevel
    ADD CONSTRAINT entry_level_once_per_skill UNIQUE (conditions_id, skill);
ALTER TABLE ONLY public.training_evaluationdraft
    ADD CONSTRAINT evaluation_draft_once UNIQUE (enrolment_id, moment);
ALTER TABLE ONLY public.training_externalcertificate
    ADD CONSTRAINT external_certificate_once UNIQUE (enrolment_id, kind, level, dated, number);
ALTER TABLE ONLY public.training_halfday
    ADD CONSTRAINT half_day_room_free EXCLUDE USING gist (room_id WITH =, tsrange((date + start_time), (date + end_time)) WITH &&) WHERE (((cancelled_at IS NULL) AND (room_id IS NOT NULL)));
ALTER TABLE ONLY public.training_halfday
    ADD CONSTRAINT half_day_trainer_free EXCLUDE USING gist (trainer_id WITH =, tsrange((date + start_time), (date + end_time)) WITH &&) WHERE (((cancelled_at IS NULL) AND (trainer_id IS NOT NULL)));
ALTER TABLE ONLY public.training_importrow
    ADD CONSTRAINT import_row_once UNIQUE (source_id, number);
ALTER TABLE ONLY public.training_interest
    ADD CONSTRAINT interest_once UNIQUE (user_id, course_id);
ALTER TABLE ONLY public.training_internalrules
    ADD CONSTRAINT internal_rules_number_once UNIQUE NULLS NOT DISTINCT (provider_id, number);
ALTER TABLE ONLY public.certificates_issueitem
    ADD CONSTRAINT issue_item_once UNIQUE (batch_id, enrolment_id);
ALTER TABLE ONLY public.training_kairosentry
    ADD CONSTRAINT kairos_step_once UNIQUE (enrolment_id, step);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_organisation
    ADD CONSTRAINT organisation_name_once_per_kind UNIQUE (kind, name_fr);
ALTER TABLE ONLY public.training_papersheet
    ADD CONSTRAINT paper_sheet_once UNIQUE (session_id, sha256);
ALTER TABLE ONLY public.training_placementanswer
    ADD CONSTRAINT placement_can_do_once UNIQUE (attempt_id, can_do_id);
ALTER TABLE ONLY public.training_placementanswer
    ADD CONSTRAINT placement_item_once UNIQUE (attempt_id, item_id);
ALTER TABLE ONLY public.training_placementresult
    ADD CONSTRAINT placement_result_once UNIQUE (attempt_id, skill);
ALTER TABLE ONLY public.training_printedsheet
    ADD CONSTRAINT printed_sheet_once UNIQUE (session_id, name, is_filled, language);
ALTER TABLE ONLY public.training_priorityrule
    ADD CONSTRAINT priority_rule_once UNIQUE NULLS NOT DISTINCT (session_id, organisation_id);
ALTER TABLE ONLY public.training_referral
    ADD CONSTRAINT referral_once UNIQUE (enrolment_id, organisation_id);
ALTER TABLE ONLY public.training_registerchange
    ADD CONSTRAINT register_change_once UNIQUE (uid);
ALTER TABLE ONLY public.training_room
    ADD CONSTRAINT room_once UNIQUE (town, building, name);
ALTER TABLE ONLY public.training_signature
    ADD CONSTRAINT signature_once UNIQUE (half_day_id, enrolment_id, attempt);
ALTER TABLE ONLY public.simple_translation_simpletranslation
    ADD CONSTRAINT simple_translation_simpletranslation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_skippedday
    ADD CONSTRAINT skipped_day_once UNIQUE (session_id, date, part);
ALTER TABLE ONLY public.training_monthlystatement
    ADD CONSTRAINT statement_number_once UNIQUE (enrolment_id, month, number);
ALTER TABLE ONLY public.accounts_stoppedletter
    ADD CONSTRAINT stopped_letter_once UNIQUE (user_id, kind);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_name_key UNIQUE (name);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uni UNIQUE (content_type_id, object_id, tag_id);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificates_template
    ADD CONSTRAINT template_once UNIQUE NULLS NOT DISTINCT (paper, provider_id);
ALTER TABLE ONLY public.certificates_templateproof
    ADD CONSTRAINT template_proof_once UNIQUE (version_id, sample);
ALTER TABLE ONLY public.certificates_templateversion
    ADD CONSTRAINT template_version_number_once UNIQUE (template_id, number);
ALTER TABLE ONLY public.training_absencecode
    ADD CONSTRAINT training_absencecode_code_key UNIQUE (code);
ALTER TABLE ONLY public.training_absencecode
    ADD CONSTRAINT training_absencecode_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_absenceproof
    ADD CONSTRAINT training_absenceproof_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_alert
    ADD CONSTRAINT training_alert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_alertrule
    ADD CONSTRAINT training_alertrule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_amendment
    ADD CONSTRAINT training_amendment_before_id_key UNIQUE (before_id);
ALTER TABLE ONLY public.training_amendment
    ADD CONSTRAINT training_amendment_link_id_key UNIQUE (link_id);
ALTER TABLE ONLY public.training_amendment
    ADD CONSTRAINT training_amendment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_announcedabsence
    ADD CONSTRAINT training_announcedabsence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_assessment
    ADD CONSTRAINT training_assessment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_attachment
    ADD CONSTRAINT training_attachment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_calendarfeed
    ADD CONSTRAINT training_calendarfeed_key_key UNIQUE (key);
ALTER TABLE ONLY public.training_calendarfeed
    ADD CONSTRAINT training_calendarfeed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_cando
    ADD CONSTRAINT training_cando_code_fb482a67_uniq UNIQUE (code);
ALTER TABLE ONLY public.training_cando
    ADD CONSTRAINT training_cando_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_candotick
    ADD CONSTRAINT training_candotick_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_chainlink
    ADD CONSTRAINT training_chainlink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_chosenoccupation
    ADD CONSTRAINT training_chosenoccupation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_conditions_communes
    ADD CONSTRAINT training_conditions_comm_conditions_id_commune_id_d4c8404e_uniq UNIQUE (conditions_id, commune_id);
ALTER TABLE ONLY public.training_conditions_communes
    ADD CONSTRAINT training_conditions_communes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_conditions
    ADD CONSTRAINT training_conditions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_conditions
    ADD CONSTRAINT training_conditions_session_id_key UNIQUE (session_id);
ALTER TABLE ONLY public.training_contact
    ADD CONSTRAINT training_contact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_course_can_dos
    ADD CONSTRAINT training_course_can_dos_course_id_cando_id_fdaad5d6_uniq UNIQUE (course_id, cando_id);
ALTER TABLE ONLY public.training_course_can_dos
    ADD CONSTRAINT training_course_can_dos_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_course
    ADD CONSTRAINT training_course_code_key UNIQUE (code);
ALTER TABLE ONLY public.training_course_occupations
    ADD CONSTRAINT training_course_occupati_course_id_occupation_id_e34d2d3b_uniq UNIQUE (course_id, occupation_id);
ALTER TABLE ONLY public.training_course_occupations
    ADD CONSTRAINT training_course_occupations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_course
    ADD CONSTRAINT training_course_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_delivery
    ADD CONSTRAINT training_delivery_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_transferred_from_id_key UNIQUE (transferred_from_id);
ALTER TABLE ONLY public.training_enrolmentevent
    ADD CONSTRAINT training_enrolmentevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_entrylevel
    ADD CONSTRAINT training_entrylevel_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_evaluationdraft
    ADD CONSTRAINT training_evaluationdraft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_externalcertificate
    ADD CONSTRAINT training_externalcertificate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_halfday
    ADD CONSTRAINT training_halfday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_halfday
    ADD CONSTRAINT training_halfday_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.training_import
    ADD CONSTRAINT training_import_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_importrow
    ADD CONSTRAINT training_importrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_interest
    ADD CONSTRAINT training_interest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_internalrules
    ADD CONSTRAINT training_internalrules_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_kairosentry
    ADD CONSTRAINT training_kairosentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_lessonnote_can_dos
    ADD CONSTRAINT training_lessonnote_can__lessonnote_id_cando_id_c6db30b4_uniq UNIQUE (lessonnote_id, cando_id);
ALTER TABLE ONLY public.training_lessonnote_can_dos
    ADD CONSTRAINT training_lessonnote_can_dos_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_lessonnote
    ADD CONSTRAINT training_lessonnote_half_day_id_key UNIQUE (half_day_id);
ALTER TABLE ONLY public.training_lessonnote
    ADD CONSTRAINT training_lessonnote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_mandatoryhalfday
    ADD CONSTRAINT training_mandatoryhalfday_half_day_id_key UNIQUE (half_day_id);
ALTER TABLE ONLY public.training_mandatoryhalfday
    ADD CONSTRAINT training_mandatoryhalfday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_monthlystatement
    ADD CONSTRAINT training_monthlystatement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_occupation
    ADD CONSTRAINT training_occupation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_occupation
    ADD CONSTRAINT training_occupation_rome_code_key UNIQUE (rome_code);
ALTER TABLE ONLY public.training_openrequest
    ADD CONSTRAINT training_openrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_openrequestevent
    ADD CONSTRAINT training_openrequestevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_pair
    ADD CONSTRAINT training_pair_code_key UNIQUE (code);
ALTER TABLE ONLY public.training_pair
    ADD CONSTRAINT training_pair_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_papersheet_half_days
    ADD CONSTRAINT training_papersheet_half_days_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_papersheet_half_days
    ADD CONSTRAINT training_papersheet_half_papersheet_id_halfday_id_b7cbf8a8_uniq UNIQUE (papersheet_id, halfday_id);
ALTER TABLE ONLY public.training_papersheet
    ADD CONSTRAINT training_papersheet_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_papersheet_shows
    ADD CONSTRAINT training_papersheet_show_papersheet_id_halfday_id_8b0d043a_uniq UNIQUE (papersheet_id, halfday_id);
ALTER TABLE ONLY public.training_papersheet_shows
    ADD CONSTRAINT training_papersheet_shows_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_placementanswer
    ADD CONSTRAINT training_placementanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_placementattempt
    ADD CONSTRAINT training_placementattempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_placementitem
    ADD CONSTRAINT training_placementitem_code_key UNIQUE (code);
ALTER TABLE ONLY public.training_placementitem
    ADD CONSTRAINT training_placementitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_placementresult
    ADD CONSTRAINT training_placementresult_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_printedsheet
    ADD CONSTRAINT training_printedsheet_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_priorityrule
    ADD CONSTRAINT training_priorityrule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_referral
    ADD CONSTRAINT training_referral_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_registeraudit
    ADD CONSTRAINT training_registeraudit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_registerchange
    ADD CONSTRAINT training_registerchange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_registerfinding
    ADD CONSTRAINT training_registerfinding_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_reservation
    ADD CONSTRAINT training_reservation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_room
    ADD CONSTRAINT training_room_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_sector
    ADD CONSTRAINT training_sector_code_key UNIQUE (code);
ALTER TABLE ONLY public.training_sector
    ADD CONSTRAINT training_sector_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_code_key UNIQUE (code);
ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_session_trainers
    ADD CONSTRAINT training_session_trainers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_session_trainers
    ADD CONSTRAINT training_session_trainers_session_id_user_id_685cbf11_uniq UNIQUE (session_id, user_id);
ALTER TABLE ONLY public.training_sessionevent
    ADD CONSTRAINT training_sessionevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_sessionfile
    ADD CONSTRAINT training_sessionfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_signature
    ADD CONSTRAINT training_signature_change_id_key UNIQUE (change_id);
ALTER TABLE ONLY public.training_signature
    ADD CONSTRAINT training_signature_link_id_key UNIQUE (link_id);
ALTER TABLE ONLY public.training_signature
    ADD CONSTRAINT training_signature_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_skippedday
    ADD CONSTRAINT training_skippedday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_timetablechange
    ADD CONSTRAINT training_timetablechange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_toldofalert
    ADD CONSTRAINT training_toldofalert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_unavailability
    ADD CONSTRAINT training_unavailability_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_vocabularydomain
    ADD CONSTRAINT training_vocabularydomain_code_key UNIQUE (code);
ALTER TABLE ONLY public.training_vocabularydomain
    ADD CONSTRAINT training_vocabularydomain_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_voiding
    ADD CONSTRAINT training_voiding_link_id_key UNIQUE (link_id);
ALTER TABLE ONLY public.training_voiding
    ADD CONSTRAINT training_voiding_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_voiding
    ADD CONSTRAINT training_voiding_signature_id_key UNIQUE (signature_id);
ALTER TABLE ONLY public.training_waivedproof
    ADD CONSTRAINT training_waivedproof_mark_id_key UNIQUE (mark_id);
ALTER TABLE ONLY public.training_waivedproof
    ADD CONSTRAINT training_waivedproof_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.training_welcomepack
    ADD CONSTRAINT training_welcomepack_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT unique_permission UNIQUE (group_id, page_id, permission_id);
ALTER TABLE ONLY public.wagtailadmin_admin
    ADD CONSTRAINT wagtailadmin_admin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editingsession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_path_key UNIQUE (path);
ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionvi_collectionviewrestrictio_988995ae_uniq UNIQUE (collectionviewrestriction_id, group_id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprova_groupapprovaltask_id_gro_bb5ee7eb_uniq UNIQUE (groupapprovaltask_id, group_id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprovaltask_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapprovaltask_pkey PRIMARY KEY (task_ptr_id);
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollect_group_id_collection_id_p_a21cefe9_uniq UNIQUE (group_id, collection_id, permission_id);
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollectionpermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppagepermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsiteper_group_id_site_id_permiss_a58ee30d_uniq UNIQUE (group_id, site_id, permission_id);
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsitepermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_language_code_key UNIQUE (language_code);
ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellogentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_path_key UNIQUE (path);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_translation_key_locale_id_9b041bad_uniq UNIQUE (translation_key, locale_id);
ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pagelogentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq UNIQUE (page_id, user_id);
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrest_pageviewrestriction_id_g_d23f80bb_uniq UNIQUE (pageviewrestriction_id, group_id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrestriction_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageviewrestriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceind_base_content_type_id_obj_9e6ccd6a_uniq UNIQUE (base_content_type_id, object_id, to_content_type_id, to_object_id, content_path_hash);
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_hostname_port_2c626d70_uniq UNIQUE (hostname, port);
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploadedfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflow
    ADD CONSTRAINT wagtailcore_workflow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflowcontenttype_pkey PRIMARY KEY (content_type_id);
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflowpage_pkey PRIMARY KEY (page_id);
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_current_task_state_id_key UNIQUE (current_task_state_id);
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq UNIQUE (workflow_id, task_id);
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailembeds_embed
    ADD CONSTRAINT wagtailembeds_embed_hash_c9bd8c9a_uniq UNIQUE (hash);
ALTER TABLE ONLY public.wagtailembeds_embed
    ADD CONSTRAINT wagtailembeds_embed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_image_id_filter_spec_foc_323c8fe0_uniq UNIQUE (image_id, filter_spec, focal_point_key);
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_old_path_site_id_783622d7_uniq UNIQUE (old_path, site_id);
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_content_type_id_object_i_bcd7ba73_uniq UNIQUE (content_type_id, object_id);
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.training_welcomepack
    ADD CONSTRAINT welcome_pack_number_once UNIQUE (session_id, number);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX accounts_commune_code_477db5ad_like ON public.accounts_commune USING btree (code varchar_pattern_ops);
CREATE INDEX accounts_commune_search_key_467ed990 ON public.accounts_commune USING btree (search_key);
CREATE INDEX accounts_commune_search_key_467ed990_like ON public.accounts_commune USING btree (search_key varchar_pattern_ops);
CREATE INDEX accounts_difference_one_id_a9d17c5b ON public.accounts_difference USING btree (one_id);
CREATE INDEX accounts_difference_other_id_eafe9df9 ON public.accounts_difference USING btree (other_id);
CREATE INDEX accounts_difference_said_by_id_8341765c ON public.accounts_difference USING btree (said_by_id);
CREATE INDEX accounts_lettertext_written_by_id_d096ada5 ON public.accounts_lettertext USING btree (written_by_id);
CREATE INDEX accounts_membership_organisation_id_98e5c22b ON public.accounts_membership USING btree (organisation_id);
CREATE INDEX accounts_membership_user_id_487fb39e ON public.accounts_membership USING btree (user_id);
CREATE INDEX accounts_message_dedupe_key_8e111581_like ON public.accounts_message USING btree (dedupe_key varchar_pattern_ops);
CREATE INDEX accounts_message_recipient_id_8fc38ff6 ON public.accounts_message USING btree (recipient_id);
CREATE INDEX accounts_person_commune_id_d6881388 ON public.accounts_person USING btree (commune_id);
CREATE INDEX accounts_person_commune_id_d6881388_like ON public.accounts_person USING btree (commune_id varchar_pattern_ops);
CREATE INDEX accounts_person_merged_into_id_420ee5f6 ON public.accounts_person USING btree (merged_into_id);
CREATE INDEX accounts_person_name_key_f72f9423 ON public.accounts_person USING btree (name_key);
CREATE INDEX accounts_person_name_key_f72f9423_like ON public.accounts_person USING btree (name_key varchar_pattern_ops);
CREATE INDEX accounts_stoppedletter_user_id_5335b739 ON public.accounts_stoppedletter USING btree (user_id);
CREATE INDEX accounts_user_email_b2644a56_like ON public.accounts_user USING btree (email varchar_pattern_ops);
CREATE INDEX accounts_user_groups_group_id_bd11a704 ON public.accounts_user_groups USING btree (group_id);
CREATE INDEX accounts_user_groups_user_id_52b62117 ON public.accounts_user_groups USING btree (user_id);
CREATE INDEX accounts_user_user_permissions_permission_id_113bb443 ON public.accounts_user_user_permissions USING btree (permission_id);
CREATE INDEX accounts_user_user_permissions_user_id_e4f0a161 ON public.accounts_user_user_permissions USING btree (user_id);
CREATE UNIQUE INDEX amendment_one_first ON public.training_amendment USING btree (mark_id) WHERE (before_id IS NULL);
CREATE UNIQUE INDEX announced_absence_once ON public.training_announcedabsence USING btree (enrolment_id, half_day_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX assessment_latest ON public.training_assessment USING btree (enrolment_id, moment, skill);
CREATE UNIQUE INDEX attestation_one_standing ON public.certificates_attestation USING btree (enrolment_id, kind) WHERE ((document_id IS NOT NULL) AND (replaced_at IS NULL));
CREATE UNIQUE INDEX attestation_one_under_way ON public.certificates_attestation USING btree (enrolment_id, kind) WHERE (document_id IS NULL);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX base_content_object_idx ON public.wagtailcore_revision USING btree (base_content_type_id, object_id);
CREATE UNIQUE INDEX calendar_feed_once ON public.training_calendarfeed USING btree (user_id) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX certificate_once ON public.certificates_certificate USING btree (enrolment_id, kind) WHERE (revoked_at IS NULL);
CREATE INDEX certificates_apikey_made_by_id_6787094b ON public.certificates_apikey USING btree (made_by_id);
CREATE INDEX certificates_apikey_organisation_id_389d8eb0 ON public.certificates_apikey USING btree (organisation_id);
CREATE INDEX certificates_apikey_revoked_by_id_7d1e33e3 ON public.certificates_apikey USING btree (revoked_by_id);
CREATE INDEX certificates_apikey_secret_sha256_2a02d224_like ON public.certificates_apikey USING btree (secret_sha256 varchar_pattern_ops);
CREATE INDEX certificates_attestation_issuer_id_4d3c4636 ON public.certificates_attestation USING btree (issuer_id);
CREATE INDEX certificates_certificate_code_5385c3b7_like ON public.certificates_certificate USING btree (code varchar_pattern_ops);
CREATE INDEX certificates_certificate_enrolment_id_1a9d2b55 ON public.certificates_certificate USING btree (enrolment_id);
CREATE INDEX certificates_certificate_issued_by_id_30d17c3a ON public.certificates_certificate USING btree (issued_by_id);
CREATE INDEX certificates_certificate_issuer_id_624ed33e ON public.certificates_certificate USING btree (issuer_id);
CREATE INDEX certificates_certificate_key_id_77f8942c ON public.certificates_certificate USING btree (key_id);
CREATE INDEX certificates_certificate_revoked_by_id_5e13ff2c ON public.certificates_certificate USING btree (revoked_by_id);
CREATE INDEX certificates_certificate_status_list_id_5fc6a94f ON public.certificates_certificate USING btree (status_list_id);
CREATE INDEX certificates_issuebatch_requested_by_id_1eea0fd5 ON public.certificates_issuebatch USING btree (requested_by_id);
CREATE INDEX certificates_issuebatch_session_id_f3c33680 ON public.certificates_issuebatch USING btree (session_id);
CREATE INDEX certificates_issueitem_batch_id_34b611dd ON public.certificates_issueitem USING btree (batch_id);
CREATE INDEX certificates_issueitem_certificate_id_ec1604ac ON public.certificates_issueitem USING btree (certificate_id);
CREATE INDEX certificates_issueitem_enrolment_id_3079631f ON public.certificates_issueitem USING btree (enrolment_id);
CREATE INDEX certificates_issuerkey_public_text_c620eade_like ON public.certificates_issuerkey USING btree (public_text varchar_pattern_ops);
CREATE INDEX certificates_realisation_enrolment_id_088ab206 ON public.certificates_attestation USING btree (enrolment_id);
CREATE INDEX certificates_realisation_issued_by_id_e3078d5d ON public.certificates_attestation USING btree (ordered_by_id);
CREATE INDEX certificates_revocationrequest_asked_by_id_bea39c86 ON public.certificates_revocationrequest USING btree (asked_by_id);
CREATE INDEX certificates_revocationrequest_certificate_id_b7cf0e56 ON public.certificates_revocationrequest USING btree (certificate_id);
CREATE INDEX certificates_revocationrequest_decided_by_id_6782c01a ON public.certificates_revocationrequest USING btree (decided_by_id);
CREATE INDEX certificates_sharelink_certificate_id_198afc91 ON public.certificates_sharelink USING btree (certificate_id);
CREATE INDEX certificates_sharelink_token_sha256_a8be74d0_like ON public.certificates_sharelink USING btree (token_sha256 varchar_pattern_ops);
CREATE INDEX certificates_shareview_link_id_ce3d6a85 ON public.certificates_shareview USING btree (link_id);
CREATE INDEX certificates_shownname_chosen_by_id_0d4210a1 ON public.certificates_shownname USING btree (chosen_by_id);
CREATE INDEX certificates_shownname_enrolment_id_03fee1b7 ON public.certificates_shownname USING btree (enrolment_id);
CREATE INDEX certificates_statuslist_name_32a45af9_like ON public.certificates_statuslist USING btree (name varchar_pattern_ops);
CREATE INDEX certificates_template_provider_id_b2897a38 ON public.certificates_template USING btree (provider_id);
CREATE INDEX certificates_templateproof_version_id_7bab9703 ON public.certificates_templateproof USING btree (version_id);
CREATE INDEX certificates_templateversion_changed_by_id_c2ec8d03 ON public.certificates_templateversion USING btree (changed_by_id);
CREATE INDEX certificates_templateversion_published_by_id_122fefb6 ON public.certificates_templateversion USING btree (published_by_id);
CREATE INDEX certificates_templateversion_template_id_7fec53aa ON public.certificates_templateversion USING btree (template_id);
CREATE INDEX certificates_verification_certificate_id_b3b13846 ON public.certificates_verification USING btree (certificate_id);
CREATE INDEX cms_coursepage_course_id_106da726 ON public.cms_coursepage USING btree (course_id);
CREATE INDEX content_object_idx ON public.wagtailcore_revision USING btree (content_type_id, object_id);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE UNIQUE INDEX enrolment_once ON public.training_enrolment USING btree (person_id, session_id) WHERE ((status)::text = ANY ((ARRAY['DRAFT'::character varying, 'SUBMITTED'::character varying, 'INTERVIEW'::character varying, 'WAITLISTED'::character varying, 'OFFERED'::character varying, 'CONFIRMED'::character varying, 'ENTERED'::character varying, 'COMPLETED'::character varying])::text[]));
CREATE UNIQUE INDEX enrolment_one_offer_a_request ON public.training_enrolment USING btree (open_request_id) WHERE ((status)::text = 'OFFERED'::text);
CREATE INDEX enrolment_session_status ON public.training_enrolment USING btree (session_id, status);
CREATE INDEX formstate_user_object ON public.wagtailadmin_formstate USING btree (user_id, content_type_id, object_id, parent_object_id);
CREATE UNIQUE INDEX half_day_once ON public.training_halfday USING btree (session_id, date, part) WHERE (cancelled_at IS NULL);
CREATE UNIQUE INDEX issuer_key_one_active_one_next ON public.certificates_issuerkey USING btree (state) WHERE ((state)::text = ANY ((ARRAY['NEXT'::character varying, 'ACTIVE'::character varying])::text[]));
CREATE INDEX letter_text_newest ON public.accounts_lettertext USING btree (kind, language, id DESC);
CREATE UNIQUE INDEX membership_once ON public.accounts_membership USING btree (organisation_id, user_id, role) WHERE (ended_on IS NULL);
CREATE INDEX message_due ON public.accounts_message USING btree (not_before) WHERE ((status)::text = 'QUEUED'::text);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE UNIQUE INDEX open_request_once ON public.training_openrequest USING btree (person_id) WHERE (closed_at IS NULL);
CREATE INDEX person_duplicates ON public.accounts_person USING btree (france_travail_identifier, birth_date);
CREATE UNIQUE INDEX placement_one_at_a_time ON public.training_placementattempt USING btree (user_id) WHERE (finished_at IS NULL);
CREATE INDEX referenceindex_source_object ON public.wagtailcore_referenceindex USING btree (base_content_type_id, object_id);
CREATE INDEX referenceindex_target_object ON public.wagtailcore_referenceindex USING btree (to_content_type_id, to_object_id);
CREATE UNIQUE INDEX reservation_once ON public.training_reservation USING btree (session_id, organisation_id) WHERE (released_at IS NULL);
CREATE UNIQUE INDEX revocation_request_one_at_a_time ON public.certificates_revocationrequest USING btree (certificate_id) WHERE ((((decision)::text = ''::text) AND (done_at IS NULL)) OR (((decision)::text = 'CONFIRMED'::text) AND (done_at IS NULL)));
CREATE INDEX shown_name_last ON public.certificates_shownname USING btree (enrolment_id, id DESC);
CREATE UNIQUE INDEX statement_one_standing ON public.training_monthlystatement USING btree (enrolment_id, month) WHERE (replaced_at IS NULL);
CREATE INDEX taggit_tag_name_58eb2ed9_like ON public.taggit_tag USING btree (name varchar_pattern_ops);
CREATE INDEX taggit_tag_slug_6be58b2c_like ON public.taggit_tag USING btree (slug varchar_pattern_ops);
CREATE INDEX taggit_tagg_content_8fc721_idx ON public.taggit_taggeditem USING btree (content_type_id, object_id);
CREATE INDEX taggit_taggeditem_content_type_id_9957a03c ON public.taggit_taggeditem USING btree (content_type_id);
CREATE INDEX taggit_taggeditem_object_id_e2d7d1df ON public.taggit_taggeditem USING btree (object_id);
CREATE INDEX taggit_taggeditem_tag_id_f4f5b767 ON public.taggit_taggeditem USING btree (tag_id);
CREATE UNIQUE INDEX template_one_draft ON public.certificates_templateversion USING btree (template_id) WHERE (published_at IS NULL);
CREATE INDEX tick_latest ON public.training_candotick USING btree (enrolment_id, source, can_do_id, id DESC);
CREATE INDEX training_absencecode_code_d6b0c58b_like ON public.training_absencecode USING btree (code varchar_pattern_ops);
CREATE INDEX training_absenceproof_absence_code_id_a498d7da ON public.training_absenceproof USING btree (absence_code_id);
CREATE INDEX training_absenceproof_added_by_id_c658c83c ON public.training_absenceproof USING btree (added_by_id);
CREATE INDEX training_absenceproof_decided_by_id_e9ffb21e ON public.training_absenceproof USING btree (decided_by_id);
CREATE INDEX training_absenceproof_enrolment_id_58d0d3be ON public.training_absenceproof USING btree (enrolment_id);
CREATE INDEX training_alert_enrolment_id_c4979f95 ON public.training_alert USING btree (enrolment_id);
CREATE INDEX training_alert_half_day_id_6da179a3 ON public.training_alert USING btree (half_day_id);
CREATE INDEX training_alertrule_session_id_03baa670 ON public.training_alertrule USING btree (session_id);
CREATE INDEX training_amendment_absence_code_id_406671a8 ON public.training_amendment USING btree (absence_code_id);
CREATE INDEX training_amendment_by_id_50c6751f ON public.training_amendment USING btree (by_id);
CREATE INDEX training_amendment_mark_id_ae467a77 ON public.training_amendment USING btree (mark_id);
CREATE INDEX training_amendment_old_absence_code_id_e4e13975 ON public.training_amendment USING btree (old_absence_code_id);
CREATE INDEX training_announcedabsence_absence_code_id_863027cf ON public.training_announcedabsence USING btree (absence_code_id);
CREATE INDEX training_announcedabsence_announced_by_id_172bc1ea ON public.training_announcedabsence USING btree (announced_by_id);
CREATE INDEX training_announcedabsence_enrolment_id_fd977b6f ON public.training_announcedabsence USING btree (enrolment_id);
CREATE INDEX training_announcedabsence_half_day_id_e78a4534 ON public.training_announcedabsence USING btree (half_day_id);
CREATE INDEX training_assessment_assessor_id_93c219ce ON public.training_assessment USING btree (assessor_id);
CREATE INDEX training_assessment_enrolment_id_8d1c7cae ON public.training_assessment USING btree (enrolment_id);
CREATE INDEX training_attachment_added_by_id_948d8944 ON public.training_attachment USING btree (added_by_id);
CREATE INDEX training_attachment_enrolment_id_98e1c4ed ON public.training_attachment USING btree (enrolment_id);
CREATE INDEX training_attendance_absence_code_id_299b3c6e ON public.training_attendance USING btree (absence_code_id);
CREATE INDEX training_attendance_enrolment_id_02fe7c07 ON public.training_attendance USING btree (enrolment_id);
CREATE INDEX training_attendance_half_day_id_563f7221 ON public.training_attendance USING btree (half_day_id);
CREATE INDEX training_attendance_recorded_by_id_5d48d811 ON public.training_attendance USING btree (recorded_by_id);
CREATE INDEX training_calendarfeed_key_4e3895c2_like ON public.training_calendarfeed USING btree (key varchar_pattern_ops);
CREATE INDEX training_calendarfeed_user_id_b5ff15f0 ON public.training_calendarfeed USING btree (user_id);
CREATE INDEX training_cando_code_fb482a67_like ON public.training_cando USING btree (code varchar_pattern_ops);
CREATE INDEX training_cando_domain_id_ed29a7d7 ON public.training_cando USING btree (domain_id);
CREATE INDEX training_cando_sector_id_1a03daef ON public.training_cando USING btree (sector_id);
CREATE INDEX training_candotick_by_id_10ed1d68 ON public.training_candotick USING btree (by_id);
CREATE INDEX training_candotick_can_do_id_2d4a5612 ON public.training_candotick USING btree (can_do_id);
CREATE INDEX training_candotick_enrolment_id_127cf0c4 ON public.training_candotick USING btree (enrolment_id);
CREATE INDEX training_chainlink_half_day_id_9b6d051d ON public.training_chainlink USING btree (half_day_id);
CREATE INDEX training_chainlink_session_id_ea32b9d5 ON public.training_chainlink USING btree (session_id);
CREATE INDEX training_chosenoccupation_occupation_id_0e63189e ON public.training_chosenoccupation USING btree (occupation_id);
CREATE INDEX training_chosenoccupation_person_id_61fb5e09 ON public.training_chosenoccupation USING btree (person_id);
CREATE INDEX training_conditions_communes_commune_id_92722d99 ON public.training_conditions_communes USING btree (commune_id);
CREATE INDEX training_conditions_communes_commune_id_92722d99_like ON public.training_conditions_communes USING btree (commune_id varchar_pattern_ops);
CREATE INDEX training_conditions_communes_conditions_id_c9a2313f ON public.training_conditions_communes USING btree (conditions_id);
CREATE INDEX training_contact_by_id_708757f5 ON public.training_contact USING btree (by_id);
CREATE INDEX training_contact_enrolment_id_34526afd ON public.training_contact USING btree (enrolment_id);
CREATE INDEX training_course_can_dos_cando_id_9a694398 ON public.training_course_can_dos USING btree (cando_id);
CREATE INDEX training_course_can_dos_course_id_073c63b4 ON public.training_course_can_dos USING btree (course_id);
CREATE INDEX training_course_code_e2537ddd_like ON public.training_course USING btree (code varchar_pattern_ops);
CREATE INDEX training_course_occupations_course_id_86c9c89a ON public.training_course_occupations USING btree (course_id);
CREATE INDEX training_course_occupations_occupation_id_493b6167 ON public.training_course_occupations USING btree (occupation_id);
CREATE INDEX training_course_sector_id_cd472dd7 ON public.training_course USING btree (sector_id);
CREATE INDEX training_delivery_by_id_b5d06395 ON public.training_delivery USING btree (by_id);
CREATE INDEX training_delivery_document_id_86dad94e ON public.training_delivery USING btree (document_id);
CREATE INDEX training_delivery_enrolment_id_fd6ff383 ON public.training_delivery USING btree (enrolment_id);
CREATE INDEX training_delivery_pack_id_0520e7c4 ON public.training_delivery USING btree (pack_id);
CREATE INDEX training_enrolment_open_request_id_4487dbdc ON public.training_enrolment USING btree (open_request_id);
CREATE INDEX training_enrolment_pair_id_e7e11611 ON public.training_enrolment USING btree (pair_id);
CREATE INDEX training_enrolment_person_id_2d3f65e3 ON public.training_enrolment USING btree (person_id);
CREATE INDEX training_enrolment_referred_by_id_dce7d202 ON public.training_enrolment USING btree (referred_by_id);
CREATE INDEX training_enrolment_session_id_68f2f4bc ON public.training_enrolment USING btree (session_id);
CREATE INDEX training_enrolmentevent_by_id_53bf1202 ON public.training_enrolmentevent USING btree (by_id);
CREATE INDEX training_enrolmentevent_enrolment_id_7e70739f ON public.training_enrolmentevent USING btree (enrolment_id);
CREATE INDEX training_entrylevel_conditions_id_f62578d9 ON public.training_entrylevel USING btree (conditions_id);
CREATE INDEX training_evaluationdraft_enrolment_id_f88fdcc5 ON public.training_evaluationdraft USING btree (enrolment_id);
CREATE INDEX training_evaluationdraft_saved_by_id_18751176 ON public.training_evaluationdraft USING btree (saved_by_id);
CREATE INDEX training_externalcertificate_enrolment_id_a056d3da ON public.training_externalcertificate USING btree (enrolment_id);
CREATE INDEX training_externalcertificate_seen_by_id_1eb68989 ON public.training_externalcertificate USING btree (seen_by_id);
CREATE INDEX training_halfday_closed_by_id_77e8e82e ON public.training_halfday USING btree (closed_by_id);
CREATE INDEX training_halfday_room_id_c2d83a75 ON public.training_halfday USING btree (room_id);
CREATE INDEX training_halfday_session_id_39e1c662 ON public.training_halfday USING btree (session_id);
CREATE INDEX training_halfday_trainer_id_f0db98af ON public.training_halfday USING btree (trainer_id);
CREATE INDEX training_import_by_id_45e9b080 ON public.training_import USING btree (by_id);
CREATE INDEX training_importrow_source_id_4fa21327 ON public.training_importrow USING btree (source_id);
CREATE INDEX training_interest_course_id_bc9d976c ON public.training_interest USING btree (course_id);
CREATE INDEX training_interest_user_id_44c3d0ea ON public.training_interest USING btree (user_id);
CREATE INDEX training_internalrules_provider_id_09de4e6c ON public.training_internalrules USING btree (provider_id);
CREATE INDEX training_kairosentry_by_id_464e684f ON public.training_kairosentry USING btree (by_id);
CREATE INDEX training_kairosentry_enrolment_id_52fbf47a ON public.training_kairosentry USING btree (enrolment_id);
CREATE INDEX training_lessonnote_can_dos_cando_id_19779f75 ON public.training_lessonnote_can_dos USING btree (cando_id);
CREATE INDEX training_lessonnote_can_dos_lessonnote_id_12ea0b81 ON public.training_lessonnote_can_dos USING btree (lessonnote_id);
CREATE INDEX training_lessonnote_written_by_id_f2a32d17 ON public.training_lessonnote USING btree (written_by_id);
CREATE INDEX training_monthlystatement_certified_by_id_0fa91959 ON public.training_monthlystatement USING btree (certified_by_id);
CREATE INDEX training_monthlystatement_document_id_450c35c1 ON public.training_monthlystatement USING btree (document_id);
CREATE INDEX training_monthlystatement_enrolment_id_6b585dbe ON public.training_monthlystatement USING btree (enrolment_id);
CREATE INDEX training_occupation_rome_code_b6a1bd1c_like ON public.training_occupation USING btree (rome_code varchar_pattern_ops);
CREATE INDEX training_occupation_sector_id_95e48cdf ON public.training_occupation USING btree (sector_id);
CREATE INDEX training_openrequest_person_id_d4a627d0 ON public.training_openrequest USING btree (person_id);
CREATE INDEX training_openrequest_referred_by_id_0f05d12b ON public.training_openrequest USING btree (referred_by_id);
CREATE INDEX training_openrequestevent_request_id_4eee2444 ON public.training_openrequestevent USING btree (request_id);
CREATE INDEX training_openrequestevent_session_id_2052ba10 ON public.training_openrequestevent USING btree (session_id);
CREATE INDEX training_pair_code_3eaa5c50_like ON public.training_pair USING btree (code varchar_pattern_ops);
CREATE INDEX training_pair_session_id_4a311e2a ON public.training_pair USING btree (session_id);
CREATE INDEX training_papersheet_added_by_id_a80f265a ON public.training_papersheet USING btree (added_by_id);
CREATE INDEX training_papersheet_filed_by_id_8c80cb07 ON public.training_papersheet USING btree (filed_by_id);
CREATE INDEX training_papersheet_half_days_halfday_id_3c7c8064 ON public.training_papersheet_half_days USING btree (halfday_id);
CREATE INDEX training_papersheet_half_days_papersheet_id_5d68dcf2 ON public.training_papersheet_half_days USING btree (papersheet_id);
CREATE INDEX training_papersheet_session_id_1f46a9d7 ON public.training_papersheet USING btree (session_id);
CREATE INDEX training_papersheet_shows_halfday_id_470ca51d ON public.training_papersheet_shows USING btree (halfday_id);
CREATE INDEX training_papersheet_shows_papersheet_id_3cc41d5b ON public.training_papersheet_shows USING btree (papersheet_id);
CREATE INDEX training_placementanswer_attempt_id_b4d01eb6 ON public.training_placementanswer USING btree (attempt_id);
CREATE INDEX training_placementanswer_can_do_id_e0ac802d ON public.training_placementanswer USING btree (can_do_id);
CREATE INDEX training_placementanswer_item_id_47c90841 ON public.training_placementanswer USING btree (item_id);
CREATE INDEX training_placementattempt_user_id_dc6757a9 ON public.training_placementattempt USING btree (user_id);
CREATE INDEX training_placementitem_code_bdcab115_like ON public.training_placementitem USING btree (code varchar_pattern_ops);
CREATE INDEX training_placementresult_attempt_id_82e8bd00 ON public.training_placementresult USING btree (attempt_id);
CREATE INDEX training_printedsheet_ordered_by_id_139b1574 ON public.training_printedsheet USING btree (ordered_by_id);
CREATE INDEX training_printedsheet_session_id_64daf99d ON public.training_printedsheet USING btree (session_id);
CREATE INDEX training_priorityrule_organisation_id_ad60d8b4 ON public.training_priorityrule USING btree (organisation_id);
CREATE INDEX training_priorityrule_session_id_7670ec02 ON public.training_priorityrule USING btree (session_id);
CREATE INDEX training_referral_by_id_627c6c95 ON public.training_referral USING btree (by_id);
CREATE INDEX training_referral_enrolment_id_cec46b60 ON public.training_referral USING btree (enrolment_id);
CREATE INDEX training_referral_organisation_id_bf21643a ON public.training_referral USING btree (organisation_id);
CREATE INDEX training_registerchange_absence_code_id_9b7f1a19 ON public.training_registerchange USING btree (absence_code_id);
CREATE INDEX training_registerchange_by_id_783b9a67 ON public.training_registerchange USING btree (by_id);
CREATE INDEX training_registerchange_enrolment_id_5b9a1658 ON public.training_registerchange USING btree (enrolment_id);
CREATE INDEX training_registerchange_half_day_id_abb8c745 ON public.training_registerchange USING btree (half_day_id);
CREATE INDEX training_registerchange_seen_absence_code_id_1a4ad88c ON public.training_registerchange USING btree (seen_absence_code_id);
CREATE INDEX training_registerchange_settled_by_id_8af7a672 ON public.training_registerchange USING btree (settled_by_id);
CREATE INDEX training_registerfinding_audit_id_ef886dcd ON public.training_registerfinding USING btree (audit_id);
CREATE INDEX training_registerfinding_session_id_5404c49d ON public.training_registerfinding USING btree (session_id);
CREATE INDEX training_reservation_organisation_id_eb5ec1ab ON public.training_reservation USING btree (organisation_id);
CREATE INDEX training_reservation_session_id_fdc1fe58 ON public.training_reservation USING btree (session_id);
CREATE INDEX training_sector_code_4c1095c8_like ON public.training_sector USING btree (code varchar_pattern_ops);
CREATE INDEX training_session_code_2c7bd386_like ON public.training_session USING btree (code varchar_pattern_ops);
CREATE INDEX training_session_course_id_e49368c8 ON public.training_session USING btree (course_id);
CREATE INDEX training_session_merged_into_id_73127fea ON public.training_session USING btree (merged_into_id);
CREATE INDEX training_session_provider_id_f3303e2a ON public.training_session USING btree (provider_id);
CREATE INDEX training_session_room_id_8def7a16 ON public.training_session USING btree (room_id);
CREATE INDEX training_session_trainers_session_id_a3158499 ON public.training_session_trainers USING btree (session_id);
CREATE INDEX training_session_trainers_user_id_64218846 ON public.training_session_trainers USING btree (user_id);
CREATE INDEX training_sessionevent_by_id_14781c1d ON public.training_sessionevent USING btree (by_id);
CREATE INDEX training_sessionevent_other_id_36ab58fa ON public.training_sessionevent USING btree (other_id);
CREATE INDEX training_sessionevent_session_id_4a515e45 ON public.training_sessionevent USING btree (session_id);
CREATE INDEX training_sessionfile_ordered_by_id_af79405c ON public.training_sessionfile USING btree (ordered_by_id);
CREATE INDEX training_sessionfile_session_id_18d2aa28 ON public.training_sessionfile USING btree (session_id);
CREATE INDEX training_signature_enrolment_id_f1027a15 ON public.training_signature USING btree (enrolment_id);
CREATE INDEX training_signature_half_day_id_82de50f0 ON public.training_signature USING btree (half_day_id);
CREATE INDEX training_signature_signed_by_id_31b6136b ON public.training_signature USING btree (signed_by_id);
CREATE INDEX training_skippedday_session_id_fdd9d061 ON public.training_skippedday USING btree (session_id);
CREATE INDEX training_timetablechange_by_id_2a1b9255 ON public.training_timetablechange USING btree (by_id);
CREATE INDEX training_timetablechange_half_day_id_b0fb42bb ON public.training_timetablechange USING btree (half_day_id);
CREATE INDEX training_timetablechange_was_room_id_79451b43 ON public.training_timetablechange USING btree (was_room_id);
CREATE INDEX training_timetablechange_was_trainer_id_c6fdc87e ON public.training_timetablechange USING btree (was_trainer_id);
CREATE INDEX training_toldofalert_alert_id_7481cb7a ON public.training_toldofalert USING btree (alert_id);
CREATE INDEX training_toldofalert_user_id_503582f2 ON public.training_toldofalert USING btree (user_id);
CREATE INDEX training_unavailability_entered_by_id_c5ac8707 ON public.training_unavailability USING btree (entered_by_id);
CREATE INDEX training_unavailability_trainer_id_e15223f5 ON public.training_unavailability USING btree (trainer_id);
CREATE INDEX training_vocabularydomain_code_c3f2ffca_like ON public.training_vocabularydomain USING btree (code varchar_pattern_ops);
CREATE INDEX training_vocabularydomain_sector_id_147f4f2c ON public.training_vocabularydomain USING btree (sector_id);
CREATE INDEX training_voiding_by_id_f14bd33b ON public.training_voiding USING btree (by_id);
CREATE INDEX training_waivedproof_by_id_52398c02 ON public.training_waivedproof USING btree (by_id);
CREATE INDEX training_welcomepack_rules_id_cd59d4d4 ON public.training_welcomepack USING btree (rules_id);
CREATE INDEX training_welcomepack_session_id_cbe22b1b ON public.training_welcomepack USING btree (session_id);
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_in_progress_workflow ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id) WHERE ((status)::text = ANY ((ARRAY['in_progress'::character varying, 'needs_changes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE UNIQUE INDEX user_email_once ON public.accounts_user USING btree (lower((email)::text));
CREATE INDEX wagtailadmi_content_717955_idx ON public.wagtailadmin_editingsession USING btree (content_type_id, object_id);
CREATE INDEX wagtailadmin_editingsession_content_type_id_4df7730e ON public.wagtailadmin_editingsession USING btree (content_type_id);
CREATE INDEX wagtailadmin_editingsession_user_id_6e1a9b70 ON public.wagtailadmin_editingsession USING btree (user_id);
CREATE INDEX wagtailadmin_formstate_content_type_id_e32438b3 ON public.wagtailadmin_formstate USING btree (content_type_id);
CREATE INDEX wagtailadmin_formstate_user_id_b910adc2 ON public.wagtailadmin_formstate USING btree (user_id);
CREATE INDEX wagtailcore_collection_path_d848dc19_like ON public.wagtailcore_collection USING btree (path varchar_pattern_ops);
CREATE INDEX wagtailcore_collectionview_collectionviewrestriction__47320efd ON public.wagtailcore_collectionviewrestriction_groups USING btree (collectionviewrestriction_id);
CREATE INDEX wagtailcore_collectionviewrestriction_collection_id_761908ec ON public.wagtailcore_collectionviewrestriction USING btree (collection_id);
CREATE INDEX wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3 ON public.wagtailcore_collectionviewrestriction_groups USING btree (group_id);
CREATE INDEX wagtailcore_comment_page_id_108444b5 ON public.wagtailcore_comment USING btree (page_id);
CREATE INDEX wagtailcore_comment_resolved_by_id_a282aa0e ON public.wagtailcore_comment USING btree (resolved_by_id);
CREATE INDEX wagtailcore_comment_revision_created_id_1d058279 ON public.wagtailcore_comment USING btree (revision_created_id);
CREATE INDEX wagtailcore_comment_user_id_0c577ca6 ON public.wagtailcore_comment USING btree (user_id);
CREATE INDEX wagtailcore_commentreply_comment_id_afc7e027 ON public.wagtailcore_commentreply USING btree (comment_id);
CREATE INDEX wagtailcore_commentreply_user_id_d0b3b9c3 ON public.wagtailcore_commentreply USING btree (user_id);
CREATE INDEX wagtailcore_groupapprovalt_groupapprovaltask_id_9a9255ea ON public.wagtailcore_groupapprovaltask_groups USING btree (groupapprovaltask_id);
CREATE INDEX wagtailcore_groupapprovaltask_groups_group_id_2e64b61f ON public.wagtailcore_groupapprovaltask_groups USING btree (group_id);
CREATE INDEX wagtailcore_groupcollectionpermission_collection_id_5423575a ON public.wagtailcore_groupcollectionpermission USING btree (collection_id);
CREATE INDEX wagtailcore_groupcollectionpermission_group_id_05d61460 ON public.wagtailcore_groupcollectionpermission USING btree (group_id);
CREATE INDEX wagtailcore_groupcollectionpermission_permission_id_1b626275 ON public.wagtailcore_groupcollectionpermission USING btree (permission_id);
CREATE INDEX wagtailcore_grouppagepermission_group_id_fc07e671 ON public.wagtailcore_grouppagepermission USING btree (group_id);
CREATE INDEX wagtailcore_grouppagepermission_page_id_710b114a ON public.wagtailcore_grouppagepermission USING btree (page_id);
CREATE INDEX wagtailcore_grouppagepermission_permission_id_05acb22e ON public.wagtailcore_grouppagepermission USING btree (permission_id);
CREATE INDEX wagtailcore_groupsitepermission_group_id_e5cdbee4 ON public.wagtailcore_groupsitepermission USING btree (group_id);
CREATE INDEX wagtailcore_groupsitepermission_permission_id_459b1f38 ON public.wagtailcore_groupsitepermission USING btree (permission_id);
CREATE INDEX wagtailcore_groupsitepermission_site_id_245de488 ON public.wagtailcore_groupsitepermission USING btree (site_id);
CREATE INDEX wagtailcore_locale_language_code_03149338_like ON public.wagtailcore_locale USING btree (language_code varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee ON public.wagtailcore_modellogentry USING btree (action);
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee_like ON public.wagtailcore_modellogentry USING btree (action varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_content_changed_8bc39742 ON public.wagtailcore_modellogentry USING btree (content_changed);
CREATE INDEX wagtailcore_modellogentry_content_type_id_68849e77 ON public.wagtailcore_modellogentry USING btree (content_type_id);
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef ON public.wagtailcore_modellogentry USING btree (object_id);
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef_like ON public.wagtailcore_modellogentry USING btree (object_id varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_revision_id_df6ca33a ON public.wagtailcore_modellogentry USING btree (revision_id);
CREATE INDEX wagtailcore_modellogentry_timestamp_9694521b ON public.wagtailcore_modellogentry USING btree ("timestamp");
CREATE INDEX wagtailcore_modellogentry_user_id_0278d1bf ON public.wagtailcore_modellogentry USING btree (user_id);
CREATE INDEX wagtailcore_page_alias_of_id_12945502 ON public.wagtailcore_page USING btree (alias_of_id);
CREATE INDEX wagtailcore_page_content_type_id_c28424df ON public.wagtailcore_page USING btree (content_type_id);
CREATE INDEX wagtailcore_page_first_published_at_2b5dd637 ON public.wagtailcore_page USING btree (first_published_at);
CREATE INDEX wagtailcore_page_latest_revision_id_e60fef51 ON public.wagtailcore_page USING btree (latest_revision_id);
CREATE INDEX wagtailcore_page_live_revision_id_930bd822 ON public.wagtailcore_page USING btree (live_revision_id);
CREATE INDEX wagtailcore_page_locale_id_3c7e30a6 ON public.wagtailcore_page USING btree (locale_id);
CREATE INDEX wagtailcore_page_locked_by_id_bcb86245 ON public.wagtailcore_page USING btree (locked_by_id);
CREATE INDEX wagtailcore_page_owner_id_fbf7c332 ON public.wagtailcore_page USING btree (owner_id);
CREATE INDEX wagtailcore_page_path_98eba2c8_like ON public.wagtailcore_page USING btree (path varchar_pattern_ops);
CREATE INDEX wagtailcore_page_slug_e7c11b8f ON public.wagtailcore_page USING btree (slug);
CREATE INDEX wagtailcore_page_slug_e7c11b8f_like ON public.wagtailcore_page USING btree (slug varchar_pattern_ops);
CREATE INDEX wagtailcore_pagelogentry_action_c2408198 ON public.wagtailcore_pagelogentry USING btree (action);
CREATE INDEX wagtailcore_pagelogentry_action_c2408198_like ON public.wagtailcore_pagelogentry USING btree (action varchar_pattern_ops);
CREATE INDEX wagtailcore_pagelogentry_content_changed_99f27ade ON public.wagtailcore_pagelogentry USING btree (content_changed);
CREATE INDEX wagtailcore_pagelogentry_content_type_id_74e7708a ON public.wagtailcore_pagelogentry USING btree (content_type_id);
CREATE INDEX wagtailcore_pagelogentry_page_id_8464e327 ON public.wagtailcore_pagelogentry USING btree (page_id);
CREATE INDEX wagtailcore_pagelogentry_revision_id_8043d103 ON public.wagtailcore_pagelogentry USING btree (revision_id);
CREATE INDEX wagtailcore_pagelogentry_timestamp_deb774c4 ON public.wagtailcore_pagelogentry USING btree ("timestamp");
CREATE INDEX wagtailcore_pagelogentry_user_id_604ccfd8 ON public.wagtailcore_pagelogentry USING btree (user_id);
CREATE INDEX wagtailcore_pagerevision_approved_go_live_at_e56afc67 ON public.wagtailcore_revision USING btree (approved_go_live_at);
CREATE INDEX wagtailcore_pagerevision_created_at_66954e3b ON public.wagtailcore_revision USING btree (created_at);
CREATE INDEX wagtailcore_pagerevision_user_id_2409d2f4 ON public.wagtailcore_revision USING btree (user_id);
CREATE INDEX wagtailcore_pagesubscription_page_id_a085e7a6 ON public.wagtailcore_pagesubscription USING btree (page_id);
CREATE INDEX wagtailcore_pagesubscription_user_id_89d7def9 ON public.wagtailcore_pagesubscription USING btree (user_id);
CREATE INDEX wagtailcore_pageviewrestri_pageviewrestriction_id_f147a99a ON public.wagtailcore_pageviewrestriction_groups USING btree (pageviewrestriction_id);
CREATE INDEX wagtailcore_pageviewrestriction_groups_group_id_6460f223 ON public.wagtailcore_pageviewrestriction_groups USING btree (group_id);
CREATE INDEX wagtailcore_pageviewrestriction_page_id_15a8bea6 ON public.wagtailcore_pageviewrestriction USING btree (page_id);
CREATE INDEX wagtailcore_referenceindex_base_content_type_id_313cf40f ON public.wagtailcore_referenceindex USING btree (base_content_type_id);
CREATE INDEX wagtailcore_referenceindex_content_type_id_766e0336 ON public.wagtailcore_referenceindex USING btree (content_type_id);
CREATE INDEX wagtailcore_referenceindex_to_content_type_id_93690bbd ON public.wagtailcore_referenceindex USING btree (to_content_type_id);
CREATE INDEX wagtailcore_revision_base_content_type_id_5b4ef7bd ON public.wagtailcore_revision USING btree (base_content_type_id);
CREATE INDEX wagtailcore_revision_content_type_id_c8cb69c0 ON public.wagtailcore_revision USING btree (content_type_id);
CREATE INDEX wagtailcore_site_hostname_96b20b46 ON public.wagtailcore_site USING btree (hostname);
CREATE INDEX wagtailcore_site_hostname_96b20b46_like ON public.wagtailcore_site USING btree (hostname varchar_pattern_ops);
CREATE INDEX wagtailcore_site_root_page_id_e02fb95c ON public.wagtailcore_site USING btree (root_page_id);
CREATE INDEX wagtailcore_task_content_type_id_249ab8ba ON public.wagtailcore_task USING btree (content_type_id);
CREATE INDEX wagtailcore_taskstate_content_type_id_0a758fdc ON public.wagtailcore_taskstate USING btree (content_type_id);
CREATE INDEX wagtailcore_taskstate_finished_by_id_13f98229 ON public.wagtailcore_taskstate USING btree (finished_by_id);
CREATE INDEX wagtailcore_taskstate_page_revision_id_9f52c88e ON public.wagtailcore_taskstate USING btree (revision_id);
CREATE INDEX wagtailcore_taskstate_task_id_c3677c34 ON public.wagtailcore_taskstate USING btree (task_id);
CREATE INDEX wagtailcore_taskstate_workflow_state_id_9239a775 ON public.wagtailcore_taskstate USING btree (workflow_state_id);
CREATE INDEX wagtailcore_uploadedfile_for_content_type_id_b0fc87b2 ON public.wagtailcore_uploadedfile USING btree (for_content_type_id);
CREATE INDEX wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8 ON public.wagtailcore_uploadedfile USING btree (uploaded_by_user_id);
CREATE INDEX wagtailcore_uuid_06a44d_idx ON public.wagtailcore_pagelogentry USING btree (uuid, action, "timestamp" DESC);
CREATE INDEX wagtailcore_uuid_d6363b_idx ON public.wagtailcore_modellogentry USING btree (uuid, action, "timestamp" DESC);
CREATE INDEX wagtailcore_workflowcontenttype_workflow_id_9aad7cd2 ON public.wagtailcore_workflowcontenttype USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowpage_workflow_id_56f56ff6 ON public.wagtailcore_workflowpage USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowstate_base_content_type_id_a30dc576 ON public.wagtailcore_workflowstate USING btree (base_content_type_id);
CREATE INDEX wagtailcore_workflowstate_content_type_id_2bb78ce1 ON public.wagtailcore_workflowstate USING btree (content_type_id);
CREATE INDEX wagtailcore_workflowstate_requested_by_id_4090bca3 ON public.wagtailcore_workflowstate USING btree (requested_by_id);
CREATE INDEX wagtailcore_workflowstate_workflow_id_1f18378f ON public.wagtailcore_workflowstate USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowtask_task_id_ce7716fe ON public.wagtailcore_workflowtask USING btree (task_id);
CREATE INDEX wagtailcore_workflowtask_workflow_id_b9717175 ON public.wagtailcore_workflowtask USING btree (workflow_id);
CREATE INDEX wagtaildocs_document_collection_id_23881625 ON public.wagtaildocs_document USING btree (collection_id);
CREATE INDEX wagtaildocs_document_uploaded_by_user_id_17258b41 ON public.wagtaildocs_document USING btree (uploaded_by_user_id);
CREATE INDEX wagtailembeds_embed_cache_until_26c94bb0 ON public.wagtailembeds_embed USING btree (cache_until);
CREATE INDEX wagtailembeds_embed_hash_c9bd8c9a_like ON public.wagtailembeds_embed USING btree (hash varchar_pattern_ops);
CREATE INDEX wagtailimages_image_collection_id_c2f8af7e ON public.wagtailimages_image USING btree (collection_id);
CREATE INDEX wagtailimages_image_created_at_86fa6cd4 ON public.wagtailimages_image USING btree (created_at);
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23 ON public.wagtailimages_image USING btree (file_hash);
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23_like ON public.wagtailimages_image USING btree (file_hash varchar_pattern_ops);
CREATE INDEX wagtailimages_image_uploaded_by_user_id_5d73dc75 ON public.wagtailimages_image USING btree (uploaded_by_user_id);
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201 ON public.wagtailimages_rendition USING btree (filter_spec);
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201_like ON public.wagtailimages_rendition USING btree (filter_spec varchar_pattern_ops);
CREATE INDEX wagtailimages_rendition_image_id_3e1fd774 ON public.wagtailimages_rendition USING btree (image_id);
CREATE INDEX wagtailredirects_redirect_old_path_bb35247b ON public.wagtailredirects_redirect USING btree (old_path);
CREATE INDEX wagtailredirects_redirect_old_path_bb35247b_like ON public.wagtailredirects_redirect USING btree (old_path varchar_pattern_ops);
CREATE INDEX wagtailredirects_redirect_redirect_page_id_b5728a8f ON public.wagtailredirects_redirect USING btree (redirect_page_id);
CREATE INDEX wagtailredirects_redirect_site_id_780a0e1e ON public.wagtailredirects_redirect USING btree (site_id);
CREATE INDEX wagtailsear_autocom_476c89_gin ON public.wagtailsearch_indexentry USING gin (autocomplete);
CREATE INDEX wagtailsear_body_90c85d_gin ON public.wagtailsearch_indexentry USING gin (body);
CREATE INDEX wagtailsear_title_9caae0_gin ON public.wagtailsearch_indexentry USING gin (title);
CREATE INDEX wagtailsearch_indexentry_content_type_id_62ed694f ON public.wagtailsearch_indexentry USING btree (content_type_id);
CREATE INDEX workflowstate_base_ct_id_idx ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id);
CREATE INDEX workflowstate_ct_id_idx ON public.wagtailcore_workflowstate USING btree (content_type_id, object_id);
CREATE TRIGGER absence_code_in_amendment_keeps_meaning BEFORE UPDATE ON public.training_absencecode FOR EACH ROW EXECUTE FUNCTION public.absence_code_in_amendment_keeps_meaning();
CREATE TRIGGER absence_code_in_use_keeps_meaning BEFORE UPDATE ON public.training_absencecode FOR EACH ROW EXECUTE FUNCTION public.absence_code_in_use_keeps_meaning();
CREATE TRIGGER amendment_is_final BEFORE DELETE OR UPDATE ON public.training_amendment FOR EACH ROW EXECUTE FUNCTION public.amendment_is_final();
CREATE TRIGGER announced_absence_before_start BEFORE INSERT OR UPDATE OF half_day_id, enrolment_id, announced_at ON public.training_announcedabsence FOR EACH ROW EXECUTE FUNCTION public.announced_absence_before_start();
CREATE TRIGGER assessment_is_appended BEFORE DELETE OR UPDATE ON public.training_assessment FOR EACH ROW EXECUTE FUNCTION public.assessment_is_appended();
CREATE TRIGGER attendance_of_closed_register_is_final BEFORE INSERT OR DELETE OR UPDATE ON public.training_attendance FOR EACH ROW EXECUTE FUNCTION public.attendance_of_closed_register_is_final();
CREATE TRIGGER attestation_ordered_stays BEFORE DELETE OR UPDATE ON public.certificates_attestation FOR EACH ROW EXECUTE FUNCTION public.attestation_ordered_stays();
CREATE TRIGGER certificate_issued_stays BEFORE DELETE OR UPDATE ON public.certificates_certificate FOR EACH ROW EXECUTE FUNCTION public.certificate_issued_stays();
CREATE TRIGGER certificate_revoked_by_two BEFORE UPDATE OF revoked_at, replaced_by_id ON public.certificates_certificate FOR EACH ROW EXECUTE FUNCTION public.certificate_revoked_by_two();
CREATE TRIGGER chain_link_is_final BEFORE DELETE OR UPDATE ON public.training_chainlink FOR EACH ROW EXECUTE FUNCTION public.chain_link_is_final();
CREATE CONSTRAINT TRIGGER delivery_papers_stay AFTER DELETE OR UPDATE OF enrolment_id ON public.training_delivery DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.delivery_papers_stay();
CREATE TRIGGER enrolment_one_place_at_a_time BEFORE INSERT OR UPDATE ON public.training_enrolment FOR EACH ROW EXECUTE FUNCTION public.enrolment_one_place_at_a_time();
CREATE TRIGGER enrolment_papers_before_place BEFORE INSERT OR UPDATE ON public.training_enrolment FOR EACH ROW EXECUTE FUNCTION public.enrolment_papers_before_place();
CREATE TRIGGER external_certificate_is_appended BEFORE DELETE OR UPDATE ON public.training_externalcertificate FOR EACH ROW EXECUTE FUNCTION public.external_certificate_is_appended();
CREATE TRIGGER half_day_closed_is_final BEFORE DELETE OR UPDATE ON public.training_halfday FOR EACH ROW EXECUTE FUNCTION public.half_day_closed_is_final();
CREATE TRIGGER half_day_learners_free BEFORE INSERT OR UPDATE ON public.training_halfday FOR EACH ROW EXECUTE FUNCTION public.half_day_learners_free();
CREATE TRIGGER half_day_trainer_there BEFORE INSERT OR UPDATE ON public.training_halfday FOR EACH ROW EXECUTE FUNCTION public.half_day_trainer_there();
CREATE TRIGGER revocation_request_stays BEFORE DELETE OR UPDATE ON public.certificates_revocationrequest FOR EACH ROW EXECUTE FUNCTION public.revocation_request_stays();
CREATE TRIGGER shown_name_stays BEFORE DELETE OR UPDATE ON public.certificates_shownname FOR EACH ROW EXECUTE FUNCTION public.shown_name_stays();
CREATE TRIGGER signature_before_closing BEFORE INSERT ON public.training_signature FOR EACH ROW EXECUTE FUNCTION public.signature_before_closing();
CREATE TRIGGER signature_is_final BEFORE DELETE OR UPDATE ON public.training_signature FOR EACH ROW EXECUTE FUNCTION public.signature_is_final();
CREATE TRIGGER statement_certified_stays BEFORE DELETE OR UPDATE ON public.training_monthlystatement FOR EACH ROW EXECUTE FUNCTION public.statement_certified_stays();
CREATE TRIGGER template_published_stays BEFORE DELETE OR UPDATE ON public.certificates_templateversion FOR EACH ROW EXECUTE FUNCTION public.template_published_stays();
CREATE TRIGGER tick_is_appended BEFORE DELETE OR UPDATE ON public.training_candotick FOR EACH ROW EXECUTE FUNCTION public.tick_is_appended();
CREATE TRIGGER unavailability_not_while_teaching BEFORE INSERT OR UPDATE ON public.training_unavailability FOR EACH ROW EXECUTE FUNCTION public.unavailability_not_while_teaching();
CREATE TRIGGER voiding_is_final BEFORE DELETE OR UPDATE ON public.training_voiding FOR EACH ROW EXECUTE FUNCTION public.voiding_is_final();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_difference
    ADD CONSTRAINT accounts_difference_one_id_a9d17c5b_fk_accounts_person_id FOREIGN KEY (one_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_difference
    ADD CONSTRAINT accounts_difference_other_id_eafe9df9_fk_accounts_person_id FOREIGN KEY (other_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_difference
    ADD CONSTRAINT accounts_difference_said_by_id_8341765c_fk_accounts_user_id FOREIGN KEY (said_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_lettertext
    ADD CONSTRAINT accounts_lettertext_written_by_id_d096ada5_fk_accounts_user_id FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_organisation_id_98e5c22b_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_user_id_487fb39e_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_message
    ADD CONSTRAINT accounts_message_recipient_id_8fc38ff6_fk_accounts_user_id FOREIGN KEY (recipient_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_person
    ADD CONSTRAINT accounts_person_commune_id_d6881388_fk_accounts_commune_code FOREIGN KEY (commune_id) REFERENCES public.accounts_commune(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_person
    ADD CONSTRAINT accounts_person_merged_into_id_420ee5f6_fk_accounts_person_id FOREIGN KEY (merged_into_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_person
    ADD CONSTRAINT accounts_person_user_id_96c4d2e9_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_stoppedletter
    ADD CONSTRAINT accounts_stoppedletter_user_id_5335b739_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_group_id_bd11a704_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_52b62117_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_permission_id_113bb443_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_user_id_e4f0a161_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_apikey
    ADD CONSTRAINT certificates_apikey_made_by_id_6787094b_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_apikey
    ADD CONSTRAINT certificates_apikey_organisation_id_389d8eb0_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_apikey
    ADD CONSTRAINT certificates_apikey_revoked_by_id_7d1e33e3_fk_accounts_user_id FOREIGN KEY (revoked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_attestation
    ADD CONSTRAINT certificates_attesta_document_id_7ba6f809_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_attestation
    ADD CONSTRAINT certificates_attesta_issuer_id_4d3c4636_fk_certifica FOREIGN KEY (issuer_id) REFERENCES public.certificates_issuer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_attestation
    ADD CONSTRAINT certificates_attesta_ordered_by_id_8b478476_fk_accounts_ FOREIGN KEY (ordered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certifi_document_id_d2284034_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certifi_enrolment_id_1a9d2b55_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certifi_issued_by_id_30d17c3a_fk_accounts_ FOREIGN KEY (issued_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certifi_issuer_id_624ed33e_fk_certifica FOREIGN KEY (issuer_id) REFERENCES public.certificates_issuer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certifi_key_id_77f8942c_fk_certifica FOREIGN KEY (key_id) REFERENCES public.certificates_issuerkey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certifi_replaced_by_id_fc2bd187_fk_certifica FOREIGN KEY (replaced_by_id) REFERENCES public.certificates_certificate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certifi_revoked_by_id_5e13ff2c_fk_accounts_ FOREIGN KEY (revoked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certifi_status_list_id_5fc6a94f_fk_certifica FOREIGN KEY (status_list_id) REFERENCES public.certificates_statuslist(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_issuebatch
    ADD CONSTRAINT certificates_issueba_requested_by_id_1eea0fd5_fk_accounts_ FOREIGN KEY (requested_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_issuebatch
    ADD CONSTRAINT certificates_issueba_session_id_f3c33680_fk_training_ FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_issueitem
    ADD CONSTRAINT certificates_issueit_batch_id_34b611dd_fk_certifica FOREIGN KEY (batch_id) REFERENCES public.certificates_issuebatch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_issueitem
    ADD CONSTRAINT certificates_issueit_certificate_id_ec1604ac_fk_certifica FOREIGN KEY (certificate_id) REFERENCES public.certificates_certificate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_issueitem
    ADD CONSTRAINT certificates_issueit_enrolment_id_3079631f_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_issuer
    ADD CONSTRAINT certificates_issuer_provider_id_8e5d4998_fk_accounts_ FOREIGN KEY (provider_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_attestation
    ADD CONSTRAINT certificates_realisa_enrolment_id_088ab206_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_revocationrequest
    ADD CONSTRAINT certificates_revocat_asked_by_id_bea39c86_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_revocationrequest
    ADD CONSTRAINT certificates_revocat_certificate_id_b7cf0e56_fk_certifica FOREIGN KEY (certificate_id) REFERENCES public.certificates_certificate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_revocationrequest
    ADD CONSTRAINT certificates_revocat_decided_by_id_6782c01a_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_sharelink
    ADD CONSTRAINT certificates_shareli_certificate_id_198afc91_fk_certifica FOREIGN KEY (certificate_id) REFERENCES public.certificates_certificate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_shareview
    ADD CONSTRAINT certificates_sharevi_link_id_ce3d6a85_fk_certifica FOREIGN KEY (link_id) REFERENCES public.certificates_sharelink(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_shownname
    ADD CONSTRAINT certificates_shownna_chosen_by_id_0d4210a1_fk_accounts_ FOREIGN KEY (chosen_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_shownname
    ADD CONSTRAINT certificates_shownna_enrolment_id_03fee1b7_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_templateversion
    ADD CONSTRAINT certificates_templat_changed_by_id_c2ec8d03_fk_accounts_ FOREIGN KEY (changed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_template
    ADD CONSTRAINT certificates_templat_provider_id_b2897a38_fk_accounts_ FOREIGN KEY (provider_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_templateversion
    ADD CONSTRAINT certificates_templat_published_by_id_122fefb6_fk_accounts_ FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_templateversion
    ADD CONSTRAINT certificates_templat_template_id_7fec53aa_fk_certifica FOREIGN KEY (template_id) REFERENCES public.certificates_template(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_templateproof
    ADD CONSTRAINT certificates_templat_version_id_7bab9703_fk_certifica FOREIGN KEY (version_id) REFERENCES public.certificates_templateversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_verification
    ADD CONSTRAINT certificates_verific_certificate_id_b3b13846_fk_certifica FOREIGN KEY (certificate_id) REFERENCES public.certificates_certificate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_accessibilitypage
    ADD CONSTRAINT cms_accessibilitypag_page_ptr_id_552a8455_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_cataloguepage
    ADD CONSTRAINT cms_cataloguepage_page_ptr_id_0a95a493_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_coursepage
    ADD CONSTRAINT cms_coursepage_course_id_106da726_fk_training_course_id FOREIGN KEY (course_id) REFERENCES public.training_course(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_coursepage
    ADD CONSTRAINT cms_coursepage_page_ptr_id_10cd0c0e_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_homepage
    ADD CONSTRAINT cms_homepage_page_ptr_id_3967ea6a_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_privacypage
    ADD CONSTRAINT cms_privacypage_page_ptr_id_d7c07e46_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_standardpage
    ADD CONSTRAINT cms_standardpage_page_ptr_id_8b8ef421_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_9957a03c_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_tag_id_f4f5b767_fk_taggit_tag_id FOREIGN KEY (tag_id) REFERENCES public.taggit_tag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_absenceproof
    ADD CONSTRAINT training_absenceproo_absence_code_id_a498d7da_fk_training_ FOREIGN KEY (absence_code_id) REFERENCES public.training_absencecode(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_absenceproof
    ADD CONSTRAINT training_absenceproo_decided_by_id_e9ffb21e_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_absenceproof
    ADD CONSTRAINT training_absenceproo_enrolment_id_58d0d3be_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_absenceproof
    ADD CONSTRAINT training_absenceproof_added_by_id_c658c83c_fk_accounts_user_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_alert
    ADD CONSTRAINT training_alert_enrolment_id_c4979f95_fk_training_enrolment_id FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_alert
    ADD CONSTRAINT training_alert_half_day_id_6da179a3_fk_training_halfday_id FOREIGN KEY (half_day_id) REFERENCES public.training_halfday(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_alertrule
    ADD CONSTRAINT training_alertrule_session_id_03baa670_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_amendment
    ADD CONSTRAINT training_amendment_absence_code_id_406671a8_fk_training_ FOREIGN KEY (absence_code_id) REFERENCES public.training_absencecode(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_amendment
    ADD CONSTRAINT training_amendment_before_id_37fe78f3_fk_training_amendment_id FOREIGN KEY (before_id) REFERENCES public.training_amendment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_amendment
    ADD CONSTRAINT training_amendment_by_id_50c6751f_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_amendment
    ADD CONSTRAINT training_amendment_link_id_2b9d49cb_fk_training_chainlink_id FOREIGN KEY (link_id) REFERENCES public.training_chainlink(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_amendment
    ADD CONSTRAINT training_amendment_mark_id_ae467a77_fk_training_attendance_id FOREIGN KEY (mark_id) REFERENCES public.training_attendance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_amendment
    ADD CONSTRAINT training_amendment_old_absence_code_id_e4e13975_fk_training_ FOREIGN KEY (old_absence_code_id) REFERENCES public.training_absencecode(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_announcedabsence
    ADD CONSTRAINT training_announcedab_absence_code_id_863027cf_fk_training_ FOREIGN KEY (absence_code_id) REFERENCES public.training_absencecode(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_announcedabsence
    ADD CONSTRAINT training_announcedab_announced_by_id_172bc1ea_fk_accounts_ FOREIGN KEY (announced_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_announcedabsence
    ADD CONSTRAINT training_announcedab_enrolment_id_fd977b6f_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_announcedabsence
    ADD CONSTRAINT training_announcedab_half_day_id_e78a4534_fk_training_ FOREIGN KEY (half_day_id) REFERENCES public.training_halfday(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_assessment
    ADD CONSTRAINT training_assessment_assessor_id_93c219ce_fk_accounts_user_id FOREIGN KEY (assessor_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_assessment
    ADD CONSTRAINT training_assessment_enrolment_id_8d1c7cae_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_attachment
    ADD CONSTRAINT training_attachment_added_by_id_948d8944_fk_accounts_user_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_attachment
    ADD CONSTRAINT training_attachment_enrolment_id_98e1c4ed_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_absence_code_id_299b3c6e_fk_training_ FOREIGN KEY (absence_code_id) REFERENCES public.training_absencecode(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_enrolment_id_02fe7c07_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_half_day_id_563f7221_fk_training_halfday_id FOREIGN KEY (half_day_id) REFERENCES public.training_halfday(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_recorded_by_id_5d48d811_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_calendarfeed
    ADD CONSTRAINT training_calendarfeed_user_id_b5ff15f0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_cando
    ADD CONSTRAINT training_cando_domain_id_ed29a7d7_fk_training_ FOREIGN KEY (domain_id) REFERENCES public.training_vocabularydomain(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_cando
    ADD CONSTRAINT training_cando_sector_id_1a03daef_fk_training_sector_id FOREIGN KEY (sector_id) REFERENCES public.training_sector(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_candotick
    ADD CONSTRAINT training_candotick_by_id_10ed1d68_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_candotick
    ADD CONSTRAINT training_candotick_can_do_id_2d4a5612_fk_training_cando_id FOREIGN KEY (can_do_id) REFERENCES public.training_cando(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_candotick
    ADD CONSTRAINT training_candotick_enrolment_id_127cf0c4_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_chainlink
    ADD CONSTRAINT training_chainlink_half_day_id_9b6d051d_fk_training_halfday_id FOREIGN KEY (half_day_id) REFERENCES public.training_halfday(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_chainlink
    ADD CONSTRAINT training_chainlink_session_id_ea32b9d5_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_chosenoccupation
    ADD CONSTRAINT training_chosenoccup_occupation_id_0e63189e_fk_training_ FOREIGN KEY (occupation_id) REFERENCES public.training_occupation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_chosenoccupation
    ADD CONSTRAINT training_chosenoccup_person_id_61fb5e09_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_conditions_communes
    ADD CONSTRAINT training_conditions__commune_id_92722d99_fk_accounts_ FOREIGN KEY (commune_id) REFERENCES public.accounts_commune(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_conditions_communes
    ADD CONSTRAINT training_conditions__conditions_id_c9a2313f_fk_training_ FOREIGN KEY (conditions_id) REFERENCES public.training_conditions(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_conditions
    ADD CONSTRAINT training_conditions_session_id_bdb73616_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_contact
    ADD CONSTRAINT training_contact_by_id_708757f5_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_contact
    ADD CONSTRAINT training_contact_enrolment_id_34526afd_fk_training_enrolment_id FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_course_can_dos
    ADD CONSTRAINT training_course_can__course_id_073c63b4_fk_training_ FOREIGN KEY (course_id) REFERENCES public.training_course(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_course_can_dos
    ADD CONSTRAINT training_course_can_dos_cando_id_9a694398_fk_training_cando_id FOREIGN KEY (cando_id) REFERENCES public.training_cando(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_course_occupations
    ADD CONSTRAINT training_course_occu_course_id_86c9c89a_fk_training_ FOREIGN KEY (course_id) REFERENCES public.training_course(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_course_occupations
    ADD CONSTRAINT training_course_occu_occupation_id_493b6167_fk_training_ FOREIGN KEY (occupation_id) REFERENCES public.training_occupation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_course
    ADD CONSTRAINT training_course_sector_id_cd472dd7_fk_training_sector_id FOREIGN KEY (sector_id) REFERENCES public.training_sector(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_delivery
    ADD CONSTRAINT training_delivery_by_id_b5d06395_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_delivery
    ADD CONSTRAINT training_delivery_document_id_86dad94e_fk_documents_document_id FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_delivery
    ADD CONSTRAINT training_delivery_enrolment_id_fd6ff383_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_delivery
    ADD CONSTRAINT training_delivery_pack_id_0520e7c4_fk_training_welcomepack_id FOREIGN KEY (pack_id) REFERENCES public.training_welcomepack(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_open_request_id_4487dbdc_fk_training_ FOREIGN KEY (open_request_id) REFERENCES public.training_openrequest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_pair_id_e7e11611_fk_training_pair_id FOREIGN KEY (pair_id) REFERENCES public.training_pair(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_person_id_2d3f65e3_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_referred_by_id_dce7d202_fk_accounts_ FOREIGN KEY (referred_by_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_session_id_68f2f4bc_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_transferred_from_id_7227c17a_fk_training_ FOREIGN KEY (transferred_from_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_enrolmentevent
    ADD CONSTRAINT training_enrolmentev_enrolment_id_7e70739f_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_enrolmentevent
    ADD CONSTRAINT training_enrolmentevent_by_id_53bf1202_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_entrylevel
    ADD CONSTRAINT training_entrylevel_conditions_id_f62578d9_fk_training_ FOREIGN KEY (conditions_id) REFERENCES public.training_conditions(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_evaluationdraft
    ADD CONSTRAINT training_evaluationd_enrolment_id_f88fdcc5_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_evaluationdraft
    ADD CONSTRAINT training_evaluationd_saved_by_id_18751176_fk_accounts_ FOREIGN KEY (saved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_externalcertificate
    ADD CONSTRAINT training_externalcer_enrolment_id_a056d3da_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_externalcertificate
    ADD CONSTRAINT training_externalcer_seen_by_id_1eb68989_fk_accounts_ FOREIGN KEY (seen_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_halfday
    ADD CONSTRAINT training_halfday_closed_by_id_77e8e82e_fk_accounts_user_id FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_halfday
    ADD CONSTRAINT training_halfday_room_id_c2d83a75_fk_training_room_id FOREIGN KEY (room_id) REFERENCES public.training_room(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_halfday
    ADD CONSTRAINT training_halfday_session_id_39e1c662_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_halfday
    ADD CONSTRAINT training_halfday_trainer_id_f0db98af_fk_accounts_user_id FOREIGN KEY (trainer_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_import
    ADD CONSTRAINT training_import_by_id_45e9b080_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_importrow
    ADD CONSTRAINT training_importrow_source_id_4fa21327_fk_training_import_id FOREIGN KEY (source_id) REFERENCES public.training_import(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_interest
    ADD CONSTRAINT training_interest_course_id_bc9d976c_fk_training_course_id FOREIGN KEY (course_id) REFERENCES public.training_course(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_interest
    ADD CONSTRAINT training_interest_user_id_44c3d0ea_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_internalrules
    ADD CONSTRAINT training_internalrul_provider_id_09de4e6c_fk_accounts_ FOREIGN KEY (provider_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_kairosentry
    ADD CONSTRAINT training_kairosentry_by_id_464e684f_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_kairosentry
    ADD CONSTRAINT training_kairosentry_enrolment_id_52fbf47a_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_lessonnote_can_dos
    ADD CONSTRAINT training_lessonnote__cando_id_19779f75_fk_training_ FOREIGN KEY (cando_id) REFERENCES public.training_cando(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_lessonnote_can_dos
    ADD CONSTRAINT training_lessonnote__lessonnote_id_12ea0b81_fk_training_ FOREIGN KEY (lessonnote_id) REFERENCES public.training_lessonnote(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_lessonnote
    ADD CONSTRAINT training_lessonnote_half_day_id_08adcd99_fk_training_halfday_id FOREIGN KEY (half_day_id) REFERENCES public.training_halfday(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_lessonnote
    ADD CONSTRAINT training_lessonnote_written_by_id_f2a32d17_fk_accounts_user_id FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_mandatoryhalfday
    ADD CONSTRAINT training_mandatoryha_half_day_id_38e18b9d_fk_training_ FOREIGN KEY (half_day_id) REFERENCES public.training_halfday(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_monthlystatement
    ADD CONSTRAINT training_monthlystat_certified_by_id_0fa91959_fk_accounts_ FOREIGN KEY (certified_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_monthlystatement
    ADD CONSTRAINT training_monthlystat_document_id_450c35c1_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_monthlystatement
    ADD CONSTRAINT training_monthlystat_enrolment_id_6b585dbe_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_occupation
    ADD CONSTRAINT training_occupation_sector_id_95e48cdf_fk_training_sector_id FOREIGN KEY (sector_id) REFERENCES public.training_sector(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_openrequest
    ADD CONSTRAINT training_openrequest_person_id_d4a627d0_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_openrequest
    ADD CONSTRAINT training_openrequest_referred_by_id_0f05d12b_fk_accounts_ FOREIGN KEY (referred_by_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_openrequestevent
    ADD CONSTRAINT training_openrequest_request_id_4eee2444_fk_training_ FOREIGN KEY (request_id) REFERENCES public.training_openrequest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_openrequestevent
    ADD CONSTRAINT training_openrequest_session_id_2052ba10_fk_training_ FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_pair
    ADD CONSTRAINT training_pair_session_id_4a311e2a_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_papersheet_half_days
    ADD CONSTRAINT training_papersheet__halfday_id_3c7c8064_fk_training_ FOREIGN KEY (halfday_id) REFERENCES public.training_halfday(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_papersheet_shows
    ADD CONSTRAINT training_papersheet__halfday_id_470ca51d_fk_training_ FOREIGN KEY (halfday_id) REFERENCES public.training_halfday(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_papersheet_shows
    ADD CONSTRAINT training_papersheet__papersheet_id_3cc41d5b_fk_training_ FOREIGN KEY (papersheet_id) REFERENCES public.training_papersheet(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_papersheet_half_days
    ADD CONSTRAINT training_papersheet__papersheet_id_5d68dcf2_fk_training_ FOREIGN KEY (papersheet_id) REFERENCES public.training_papersheet(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_papersheet
    ADD CONSTRAINT training_papersheet_added_by_id_a80f265a_fk_accounts_user_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_papersheet
    ADD CONSTRAINT training_papersheet_filed_by_id_8c80cb07_fk_accounts_user_id FOREIGN KEY (filed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_papersheet
    ADD CONSTRAINT training_papersheet_session_id_1f46a9d7_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_placementanswer
    ADD CONSTRAINT training_placementan_attempt_id_b4d01eb6_fk_training_ FOREIGN KEY (attempt_id) REFERENCES public.training_placementattempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_placementanswer
    ADD CONSTRAINT training_placementan_can_do_id_e0ac802d_fk_training_ FOREIGN KEY (can_do_id) REFERENCES public.training_cando(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_placementanswer
    ADD CONSTRAINT training_placementan_item_id_47c90841_fk_training_ FOREIGN KEY (item_id) REFERENCES public.training_placementitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_placementattempt
    ADD CONSTRAINT training_placementattempt_user_id_dc6757a9_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_placementresult
    ADD CONSTRAINT training_placementre_attempt_id_82e8bd00_fk_training_ FOREIGN KEY (attempt_id) REFERENCES public.training_placementattempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_printedsheet
    ADD CONSTRAINT training_printedshee_ordered_by_id_139b1574_fk_accounts_ FOREIGN KEY (ordered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_printedsheet
    ADD CONSTRAINT training_printedshee_session_id_64daf99d_fk_training_ FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_priorityrule
    ADD CONSTRAINT training_priorityrul_organisation_id_ad60d8b4_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_priorityrule
    ADD CONSTRAINT training_priorityrul_session_id_7670ec02_fk_training_ FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_referral
    ADD CONSTRAINT training_referral_by_id_627c6c95_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_referral
    ADD CONSTRAINT training_referral_enrolment_id_cec46b60_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_referral
    ADD CONSTRAINT training_referral_organisation_id_bf21643a_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_registerchange
    ADD CONSTRAINT training_registercha_absence_code_id_9b7f1a19_fk_training_ FOREIGN KEY (absence_code_id) REFERENCES public.training_absencecode(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_registerchange
    ADD CONSTRAINT training_registercha_enrolment_id_5b9a1658_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_registerchange
    ADD CONSTRAINT training_registercha_half_day_id_abb8c745_fk_training_ FOREIGN KEY (half_day_id) REFERENCES public.training_halfday(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_registerchange
    ADD CONSTRAINT training_registercha_seen_absence_code_id_1a4ad88c_fk_training_ FOREIGN KEY (seen_absence_code_id) REFERENCES public.training_absencecode(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_registerchange
    ADD CONSTRAINT training_registercha_settled_by_id_8af7a672_fk_accounts_ FOREIGN KEY (settled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_registerchange
    ADD CONSTRAINT training_registerchange_by_id_783b9a67_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_registerfinding
    ADD CONSTRAINT training_registerfin_audit_id_ef886dcd_fk_training_ FOREIGN KEY (audit_id) REFERENCES public.training_registeraudit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_registerfinding
    ADD CONSTRAINT training_registerfin_session_id_5404c49d_fk_training_ FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_reservation
    ADD CONSTRAINT training_reservation_organisation_id_eb5ec1ab_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_reservation
    ADD CONSTRAINT training_reservation_session_id_fdc1fe58_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_course_id_e49368c8_fk_training_course_id FOREIGN KEY (course_id) REFERENCES public.training_course(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_merged_into_id_73127fea_fk_training_session_id FOREIGN KEY (merged_into_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_provider_id_f3303e2a_fk_accounts_ FOREIGN KEY (provider_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_room_id_8def7a16_fk_training_room_id FOREIGN KEY (room_id) REFERENCES public.training_room(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_session_trainers
    ADD CONSTRAINT training_session_tra_session_id_a3158499_fk_training_ FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_session_trainers
    ADD CONSTRAINT training_session_trainers_user_id_64218846_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_sessionevent
    ADD CONSTRAINT training_sessioneven_session_id_4a515e45_fk_training_ FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_sessionevent
    ADD CONSTRAINT training_sessionevent_by_id_14781c1d_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_sessionevent
    ADD CONSTRAINT training_sessionevent_other_id_36ab58fa_fk_training_session_id FOREIGN KEY (other_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_sessionfile
    ADD CONSTRAINT training_sessionfile_ordered_by_id_af79405c_fk_accounts_user_id FOREIGN KEY (ordered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_sessionfile
    ADD CONSTRAINT training_sessionfile_session_id_18d2aa28_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_signature
    ADD CONSTRAINT training_signature_enrolment_id_f1027a15_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_signature
    ADD CONSTRAINT training_signature_half_day_id_82de50f0_fk_training_halfday_id FOREIGN KEY (half_day_id) REFERENCES public.training_halfday(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_signature
    ADD CONSTRAINT training_signature_link_id_4e9fc223_fk_training_chainlink_id FOREIGN KEY (link_id) REFERENCES public.training_chainlink(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_signature
    ADD CONSTRAINT training_signature_signed_by_id_31b6136b_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_skippedday
    ADD CONSTRAINT training_skippedday_session_id_fdd9d061_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_timetablechange
    ADD CONSTRAINT training_timetablech_half_day_id_b0fb42bb_fk_training_ FOREIGN KEY (half_day_id) REFERENCES public.training_halfday(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_timetablechange
    ADD CONSTRAINT training_timetablech_was_room_id_79451b43_fk_training_ FOREIGN KEY (was_room_id) REFERENCES public.training_room(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_timetablechange
    ADD CONSTRAINT training_timetablech_was_trainer_id_c6fdc87e_fk_accounts_ FOREIGN KEY (was_trainer_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_timetablechange
    ADD CONSTRAINT training_timetablechange_by_id_2a1b9255_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_toldofalert
    ADD CONSTRAINT training_toldofalert_alert_id_7481cb7a_fk_training_alert_id FOREIGN KEY (alert_id) REFERENCES public.training_alert(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_toldofalert
    ADD CONSTRAINT training_toldofalert_user_id_503582f2_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_unavailability
    ADD CONSTRAINT training_unavailabil_entered_by_id_c5ac8707_fk_accounts_ FOREIGN KEY (entered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_unavailability
    ADD CONSTRAINT training_unavailability_trainer_id_e15223f5_fk_accounts_user_id FOREIGN KEY (trainer_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_vocabularydomain
    ADD CONSTRAINT training_vocabularyd_sector_id_147f4f2c_fk_training_ FOREIGN KEY (sector_id) REFERENCES public.training_sector(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_voiding
    ADD CONSTRAINT training_voiding_by_id_f14bd33b_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_voiding
    ADD CONSTRAINT training_voiding_link_id_0ffac245_fk_training_chainlink_id FOREIGN KEY (link_id) REFERENCES public.training_chainlink(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_voiding
    ADD CONSTRAINT training_voiding_signature_id_48f029d4_fk_training_signature_id FOREIGN KEY (signature_id) REFERENCES public.training_signature(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_waivedproof
    ADD CONSTRAINT training_waivedproof_by_id_52398c02_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_waivedproof
    ADD CONSTRAINT training_waivedproof_mark_id_9e4e2338_fk_training_attendance_id FOREIGN KEY (mark_id) REFERENCES public.training_attendance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_welcomepack
    ADD CONSTRAINT training_welcomepack_rules_id_cd59d4d4_fk_training_ FOREIGN KEY (rules_id) REFERENCES public.training_internalrules(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.training_welcomepack
    ADD CONSTRAINT training_welcomepack_session_id_cbe22b1b_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_content_type_id_4df7730e_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_user_id_6e1a9b70_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formsta_content_type_id_e32438b3_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_user_id_b910adc2_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collecti_collection_id_761908ec_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_collectionviewrestri_47320efd_fk_wagtailco FOREIGN KEY (collectionviewrestriction_id) REFERENCES public.wagtailcore_collectionviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_group_id_1823f2a3_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_page_id_108444b5_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_resolved_by_id_a282aa0e_fk_accounts_user_id FOREIGN KEY (resolved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_revision_created_id_1d058279_fk_wagtailco FOREIGN KEY (revision_created_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_user_id_0c577ca6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentr_comment_id_afc7e027_fk_wagtailco FOREIGN KEY (comment_id) REFERENCES public.wagtailcore_comment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_user_id_d0b3b9c3_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_group_id_2e64b61f_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_groupapprovaltask_id_9a9255ea_fk_wagtailco FOREIGN KEY (groupapprovaltask_id) REFERENCES public.wagtailcore_groupapprovaltask(task_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapp_task_ptr_id_cfe58781_fk_wagtailco FOREIGN KEY (task_ptr_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_collection_id_5423575a_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_group_id_05d61460_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_permission_id_1b626275_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_group_id_fc07e671_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_page_id_710b114a_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_permission_id_05acb22e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_group_id_e5cdbee4_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_permission_id_459b1f38_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_site_id_245de488_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellog_content_type_id_68849e77_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_alias_of_id_12945502_fk_wagtailcore_page_id FOREIGN KEY (alias_of_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_content_type_id_c28424df_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_latest_revision_id_e60fef51_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_live_revision_id_930bd822_fk_wagtailco FOREIGN KEY (live_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locale_id_3c7e30a6_fk_wagtailcore_locale_id FOREIGN KEY (locale_id) REFERENCES public.wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locked_by_id_bcb86245_fk_accounts_user_id FOREIGN KEY (locked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_owner_id_fbf7c332_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pageloge_content_type_id_74e7708a_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_user_id_2409d2f4_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_page_id_a085e7a6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_user_id_89d7def9_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_group_id_6460f223_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageview_page_id_15a8bea6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_pageviewrestriction__f147a99a_fk_wagtailco FOREIGN KEY (pageviewrestriction_id) REFERENCES public.wagtailcore_pageviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_base_content_type_id_313cf40f_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_content_type_id_766e0336_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_to_content_type_id_93690bbd_fk_django_co FOREIGN KEY (to_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_base_content_type_id_5b4ef7bd_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_content_type_id_c8cb69c0_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_root_page_id_e02fb95c_fk_wagtailcore_page_id FOREIGN KEY (root_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_content_type_id_249ab8ba_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_content_type_id_0a758fdc_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_finished_by_id_13f98229_fk_accounts_ FOREIGN KEY (finished_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_revision_id_df25a499_fk_wagtailco FOREIGN KEY (revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_workflow_state_id_9239a775_fk_wagtailco FOREIGN KEY (workflow_state_id) REFERENCES public.wagtailcore_workflowstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_task_id_c3677c34_fk_wagtailcore_task_id FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_for_content_type_id_b0fc87b2_fk_django_co FOREIGN KEY (for_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_uploaded_by_user_id_c7580fe8_fk_accounts_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_base_content_type_id_a30dc576_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_2bb78ce1_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_b261bb37_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_current_task_state_i_3a1a0632_fk_wagtailco FOREIGN KEY (current_task_state_id) REFERENCES public.wagtailcore_taskstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_page_id_81e7bab6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_requested_by_id_4090bca3_fk_accounts_ FOREIGN KEY (requested_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_task_id_ce7716fe_fk_wagtailco FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_1f18378f_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_56f56ff6_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_9aad7cd2_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_b9717175_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_collection_id_23881625_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_uploaded_by_user_id_17258b41_fk_accounts_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_collection_id_c2f8af7e_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_uploaded_by_user_id_5d73dc75_fk_accounts_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendit_image_id_3e1fd774_fk_wagtailim FOREIGN KEY (image_id) REFERENCES public.wagtailimages_image(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_redirect_page_id_b5728a8f_fk_wagtailco FOREIGN KEY (redirect_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_site_id_780a0e1e_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexe_content_type_id_62ed694f_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_59c92331_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
