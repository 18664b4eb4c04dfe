import { contactsForm } from './contacts.js';
import type { Form } from './form.js';
import { hostCountsForm, hostsForm } from './hosts.js';
import { interviewsForm } from './interviews.js';
import { middlewareForm } from './middleware.js';
import { projectForm } from './project.js';
import { networksForm, storageForm } from './resources.js';
import { roomsForm } from './rooms.js';
import { systemsForm } from './systems.js';
import { tasksForm } from './tasks.js';

/** The survey's forms by id, in the order of the workbook's sheets. */
export const forms = {
  project: projectForm,
  tasks: tasksForm,
  contacts: contactsForm,
  rooms: roomsForm,
  'host-counts': hostCountsForm,
  hosts: hostsForm,
  storage: storageForm,
  networks: networksForm,
  systems: systemsForm,
  middleware: middlewareForm,
  interviews: interviewsForm,
} as const satisfies Readonly<Record<string, Form>>;

export type FormId = keyof typeof forms;

export const formList: readonly Form[] = Object.values(forms);
