<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en_GB">
<context>
    <name>AddColumn</name>
    <message>
        <source>Add a column</source>
        <translation>Ajouter une colonne</translation>
    </message>
    <message>
        <source>There are no streams yet. A connected profile brings them.</source>
        <translation>Il n’y a pas encore de flux. Un profil connecté en apporte.</translation>
    </message>
    <message>
        <source>Or a search over all saved posts</source>
        <translation>Ou une recherche dans toutes les publications enregistrées</translation>
    </message>
    <message>
        <source>fire OR smoke -hoax network:mastodon has:media</source>
        <translation>incendie OR fumée -canular network:mastodon has:media</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message>
        <source>now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n}&#x202f;s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n}&#x202f;min</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>{n} minute ago</source>
        <translation>il y a {n} minute</translation>
    </message>
    <message>
        <source>{n} minutes ago</source>
        <translation>il y a {n} minutes</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>The posts are still being opened. Try again in a moment.</source>
        <translation>Les messages s’ouvrent encore. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>From now on: {name}</source>
        <translation>À partir de maintenant&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Nothing was raised yet. “Rules…” says what is to be told of.</source>
        <translation>Rien n’a encore été signalé. «&#x202f;&#x202f;Règles…&#x202f;» dit ce qui doit l’être.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Mark all read</source>
        <translation>Tout marquer comme lu</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>Règles…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Alert me when new posts fit</source>
        <translation>M’alerter quand de nouveaux messages correspondent</translation>
    </message>
    <message>
        <source>Words, or a search like from:, has:media</source>
        <translation>Des mots, ou une recherche comme from:, has:media</translation>
    </message>
    <message>
        <source>Rules there are</source>
        <translation>Règles en place</translation>
    </message>
    <message>
        <source>Everything that comes</source>
        <translation>Tout ce qui arrive</translation>
    </message>
    <message>
        <source>Not the same again for</source>
        <translation>Pas deux fois la même avant</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>With sound</source>
        <translation>Avec un son</translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation>Enregistrer la règle</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Write what is looked for.</source>
        <translation>Écrivez ce qui est cherché.</translation>
    </message>
    <message>
        <source>Quiet for {n} minute</source>
        <translation>Silence pendant {n} minute</translation>
    </message>
    <message>
        <source>Quiet for {n} minutes</source>
        <translation>Silence pendant {n} minutes</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alerte</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Critique</translation>
    </message>
    <message>
        <source>Counts at the bell, nothing else.</source>
        <translation>Compté à la cloche, rien d’autre.</translation>
    </message>
    <message>
        <source>Stands at the top right for 8 seconds.</source>
        <translation>Reste 8 secondes en haut à droite.</translation>
    </message>
    <message>
        <source>Stands in amber until it is read; one tone.</source>
        <translation>Reste en ambre jusqu’à la lecture&#x202f;; un son.</translation>
    </message>
    <message>
        <source>Stands in red until it is taken, even while posts pour in; two tones every minute.</source>
        <translation>Reste en rouge jusqu’à la prise en charge, même quand les messages affluent&#x202f;; deux sons chaque minute.</translation>
    </message>
    <message>
        <source>The post is gone.</source>
        <translation>Le message n’est plus là.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lu</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lu</translation>
    </message>
    <message>
        <source>{n} post came too fast to be looked at.</source>
        <translation>{n} message est arrivé trop vite pour être examiné.</translation>
    </message>
    <message>
        <source>{n} posts came too fast to be looked at.</source>
        <translation>{n} messages sont arrivés trop vite pour être examinés.</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Retirer de l’écran</translation>
    </message>
    <message>
        <source>Assigned to you</source>
        <translation>Confié à vous</translation>
    </message>
    <message>
        <source>{name} gave you a conversation.</source>
        <translation>{name} vous a confié une conversation.</translation>
    </message>
</context>
<context>
    <name>Approvals</name>
    <message>
        <source>Who is to decide?</source>
        <translation>Qui doit décider&#x202f;?</translation>
    </message>
    <message>
        <source>Colleagues who may agree</source>
        <translation>Collègues qui peuvent valider</translation>
    </message>
    <message>
        <source>Nobody else may agree to this step.</source>
        <translation>Personne d’autre ne peut valider cette étape.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>{who} returned “{title}” to you.</source>
        <translation>{who} vous a rendu «&#x202f;&#x202f;{title}&#x202f;».</translation>
    </message>
    <message>
        <source>Cover a face</source>
        <translation>Masquer un visage</translation>
    </message>
    <message>
        <source>Cut the clip</source>
        <translation>Couper le clip</translation>
    </message>
    <message>
        <source>Wrong profiles</source>
        <translation>Mauvais profils</translation>
    </message>
    <message>
        <source>Wait for the family</source>
        <translation>Attendre la famille</translation>
    </message>
    <message>
        <source>Approve unlocks when everything here has been opened.</source>
        <translation>Valider se déverrouille quand tout ceci a été ouvert.</translation>
    </message>
    <message>
        <source>About: “{words}”</source>
        <translation>À propos de&#x202f;: «&#x202f;&#x202f;{words}&#x202f;»</translation>
    </message>
    <message>
        <source>Choose words in the text to say what it is about.</source>
        <translation>Choisissez des mots dans le texte pour dire de quoi il s’agit.</translation>
    </message>
    <message>
        <source>ROUTE</source>
        <translation>CIRCUIT</translation>
    </message>
    <message>
        <source>I HAVE LOOKED AT</source>
        <translation>J’AI REGARDÉ</translation>
    </message>
    <message>
        <source>REMARK TO THE AUTHOR</source>
        <translation>REMARQUE À L’AUTEUR</translation>
    </message>
    <message>
        <source>Needed to return it</source>
        <translation>Nécessaire pour la rendre</translation>
    </message>
    <message>
        <source>Remark to the author</source>
        <translation>Remarque à l’auteur</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Return to the author</source>
        <translation>Rendre à l’auteur</translation>
    </message>
    <message>
        <source>Ask a colleague…</source>
        <translation>Demander à un collègue…</translation>
    </message>
    <message>
        <source>No description.</source>
        <translation>Sans description.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>As it will look</source>
        <translation>Tel que publié</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vue</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>You have not looked at this before.</source>
        <translation>Vous ne l’avez pas encore regardée.</translation>
    </message>
    <message>
        <source>Nothing in this text changed since you looked at it.</source>
        <translation>Rien n’a changé dans ce texte depuis que vous l’avez regardé.</translation>
    </message>
    <message>
        <source>What changed since you looked at it last</source>
        <translation>Ce qui a changé depuis votre dernier regard</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>En lecture…</translation>
    </message>
    <message>
        <source>This photo cannot be shown here.</source>
        <translation>Cette photo ne peut pas être affichée ici.</translation>
    </message>
    <message>
        <source>Approved: {title}</source>
        <translation>Validée&#x202f;: {title}</translation>
    </message>
    <message>
        <source>Returned: {title}</source>
        <translation>Rendue&#x202f;: {title}</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Validations</translation>
    </message>
    <message>
        <source>Drafts that want a decision</source>
        <translation>Brouillons qui demandent une décision</translation>
    </message>
    <message>
        <source>Nothing waits for a decision. New drafts appear here.</source>
        <translation>Rien n’attend de décision. Les nouveaux brouillons apparaissent ici.</translation>
    </message>
    <message>
        <source>{n} for you, soonest first</source>
        <translation>{n} pour vous, les plus proches d’abord</translation>
    </message>
    <message>
        <source>Approve {n} that were opened</source>
        <translation>Valider les {n} ouvertes</translation>
    </message>
    <message>
        <source>Approve for {when}</source>
        <translation>Valider pour {when}</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>There is nothing to decide.</source>
        <translation>Il n’y a rien à décider.</translation>
    </message>
    <message>
        <source>Not everything has been opened yet.</source>
        <translation>Tout n’a pas encore été ouvert.</translation>
    </message>
    <message>
        <source>Its time has passed. Its author has to put it forward with another.</source>
        <translation>Son heure est passée. Son auteur doit la proposer pour une autre.</translation>
    </message>
    <message>
        <source>The checks are still running.</source>
        <translation>Les contrôles sont encore en cours.</translation>
    </message>
    <message>
        <source>A check blocks this. Return it to its author.</source>
        <translation>Un contrôle la bloque. Rendez-la à son auteur.</translation>
    </message>
    <message>
        <source>Not possible: {why}</source>
        <translation>Impossible&#x202f;: {why}</translation>
    </message>
    <message>
        <source>A colleague was asked: {title}</source>
        <translation>Demandé à un collègue&#x202f;: {title}</translation>
    </message>
    <message>
        <source>Shared text</source>
        <translation>Texte commun</translation>
    </message>
    <message>
        <source>Captions of clip {n}</source>
        <translation>Sous-titres du clip {n}</translation>
    </message>
    <message>
        <source>Clip {n}</source>
        <translation>Clip {n}</translation>
    </message>
    <message>
        <source>Photo {n}</source>
        <translation>Photo {n}</translation>
    </message>
    <message>
        <source>{file} for {network}</source>
        <translation>{file} pour {network}</translation>
    </message>
    <message>
        <source>wrote it</source>
        <translation>l’a écrite</translation>
    </message>
    <message>
        <source>{who} was asked</source>
        <translation>demandé à {who}</translation>
    </message>
    <message>
        <source>returned it: {why}</source>
        <translation>l’a rendue&#x202f;: {why}</translation>
    </message>
    <message>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expirée</translation>
    </message>
    <message>
        <source>due</source>
        <translation>à l’heure</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n}&#x202f;min</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h}&#x202f;h {m}&#x202f;min</translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation>{d}&#x202f;j {h}&#x202f;h</translation>
    </message>
    <message>
        <source>too late: it had to leave by {until}</source>
        <translation>trop tard&#x202f;: devait partir avant {until}</translation>
    </message>
    <message>
        <source>has to leave by {until}</source>
        <translation>doit partir avant {until}</translation>
    </message>
    <message>
        <source>{n} profile</source>
        <translation>{n} profil</translation>
    </message>
    <message>
        <source>{n} profiles</source>
        <translation>{n} profils</translation>
    </message>
    <message>
        <source>{profiles} · as soon as approved</source>
        <translation>{profiles} · dès la validation</translation>
    </message>
    <message>
        <source>{profiles} · goes {when}</source>
        <translation>{profiles} · départ {when}</translation>
    </message>
    <message>
        <source>you agreed · {author}</source>
        <translation>vous avez validé · {author}</translation>
    </message>
    <message>
        <source>{author} · returned by {who}</source>
        <translation>{author} · rendue par {who}</translation>
    </message>
    <message>
        <source>{author} · step {n} of {all}: {step}</source>
        <translation>{author} · étape {n} sur {all}&#x202f;: {step}</translation>
    </message>
    <message>
        <source>held</source>
        <translation>suspendue</translation>
    </message>
    <message>
        <source>For you now</source>
        <translation>Pour vous maintenant</translation>
    </message>
    <message>
        <source>Not for you</source>
        <translation>Pas pour vous</translation>
    </message>
    <message>
        <source>Done this shift</source>
        <translation>Fait pendant ce service</translation>
    </message>
</context>
<context>
    <name>AskText</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Banners</source>
        <translation>Bandeaux</translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message>
        <source>{n} new</source>
        <translation>{n} de plus</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Name of the new board</source>
        <translation>Nom du nouveau tableau</translation>
    </message>
    <message>
        <source>Name of this board</source>
        <translation>Nom de ce tableau</translation>
    </message>
    <message>
        <source>The board was not exported</source>
        <translation>Le tableau n’a pas été exporté</translation>
    </message>
    <message>
        <source>No board was imported</source>
        <translation>Aucun tableau n’a été importé</translation>
    </message>
    <message>
        <source>{n} stream is not known on this workstation</source>
        <translation>{n} flux n’est pas connu sur ce poste</translation>
    </message>
    <message>
        <source>{n} streams are not known on this workstation</source>
        <translation>{n} flux ne sont pas connus sur ce poste</translation>
    </message>
    <message>
        <source>Their columns were left out: {names}.</source>
        <translation>Leurs colonnes ont été laissées de côté&#x202f;: {names}.</translation>
    </message>
    <message>
        <source>Title of this column</source>
        <translation>Titre de cette colonne</translation>
    </message>
    <message>
        <source>No saved posts are open yet</source>
        <translation>Aucune publication enregistrée n’est encore ouverte</translation>
    </message>
    <message>
        <source>Boards appear once the force’s house has been set up on this workstation.</source>
        <translation>Les tableaux apparaissent une fois les données de la police installées sur ce poste.</translation>
    </message>
    <message>
        <source>No board yet</source>
        <translation>Pas encore de tableau</translation>
    </message>
    <message>
        <source>A board holds columns of posts side by side, for one task.</source>
        <translation>Un tableau réunit des colonnes de publications côte à côte, pour une même tâche.</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>Nouveau tableau</translation>
    </message>
    <message>
        <source>This board is in a window of its own</source>
        <translation>Ce tableau est dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>Close that window, or press the button, to have it here.</source>
        <translation>Fermez cette fenêtre, ou utilisez le bouton, pour l’avoir ici.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Le ramener ici</translation>
    </message>
    <message>
        <source>No column on this board yet</source>
        <translation>Pas encore de colonne sur ce tableau</translation>
    </message>
    <message>
        <source>A column shows one stream, or a search over all saved posts.</source>
        <translation>Une colonne affiche un flux, ou une recherche dans toutes les publications enregistrées.</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>Nouvelle colonne</translation>
    </message>
    <message>
        <source>No streams yet</source>
        <translation>Pas encore de flux</translation>
    </message>
    <message>
        <source>Streams come with the force’s profiles. Connect the first one in Profiles: press G, then P.</source>
        <translation>Les flux viennent avec les profils de la police. Connectez le premier dans Profils&#x202f;: appuyez sur G, puis P.</translation>
    </message>
    <message>
        <source>Export this board</source>
        <translation>Exporter ce tableau</translation>
    </message>
    <message>
        <source>Import boards</source>
        <translation>Importer des tableaux</translation>
    </message>
    <message>
        <source>Boards (*{ending})</source>
        <translation>Tableaux (*{ending})</translation>
    </message>
    <message>
        <source>Move “{column}” to {board}</source>
        <translation>Déplacer «&#x202f;&#x202f;{column}&#x202f;» vers {board}</translation>
    </message>
    <message>
        <source>Move “{column}” to a window of its own</source>
        <translation>Déplacer «&#x202f;{column}&#x202f;» dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>“{column}” stays where it is</source>
        <translation>«&#x202f;{column}&#x202f;» reste où elle est</translation>
    </message>
    <message>
        <source>Move “{column}” here</source>
        <translation>Déplacer «&#x202f;&#x202f;{column}&#x202f;» ici</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>Force</translation>
    </message>
</context>
<context>
    <name>Brand</name>
    <message>
        <source>Control room · {desk}</source>
        <translation>Salle de commandement · {desk}</translation>
    </message>
    <message>
        <source>Menu of all commands</source>
        <translation>Menu de toutes les commandes</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Deleted, seen {time}</source>
        <translation>Supprimée, vu à {time}</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Sensible</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Masqué</translation>
    </message>
    <message>
        <source>ALT</source>
        <translation>ALT</translation>
    </message>
    <message>
        <source>more</source>
        <translation>suite</translation>
    </message>
    <message>
        <source>Covered by its author · O shows it</source>
        <translation>Masqué par l’auteur · O l’affiche</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Author not shown</source>
        <translation>Auteur non indiqué</translation>
    </message>
    <message>
        <source>Returned to its author</source>
        <translation>Renvoyée à son auteur</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>En attente de validation</translation>
    </message>
    <message>
        <source>Not sent: needs a person</source>
        <translation>Non envoyée&#x202f;: à traiter par quelqu’un</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Suspendue</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>En attente d’envoi</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>Case lists</source>
        <translation>Listes protégées</translation>
    </message>
    <message>
        <source>Protected name</source>
        <translation>Nom protégé</translation>
    </message>
    <message>
        <source>Court order</source>
        <translation>Ordonnance judiciaire</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>De quoi il s’agit</translation>
    </message>
    <message>
        <source>Name, or the words that are forbidden</source>
        <translation>Nom, ou mots interdits</translation>
    </message>
    <message>
        <source>Number of the order or case</source>
        <translation>Numéro de l’ordonnance ou de l’affaire</translation>
    </message>
    <message>
        <source>Holds until (2027-01-31), empty for ever</source>
        <translation>Valable jusqu’au (2027-01-31), vide pour toujours</translation>
    </message>
    <message>
        <source>Key that was handed on to this desk</source>
        <translation>Clé transmise à ce poste</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Copy the key for desks that draft</source>
        <translation>Copier la clé des postes qui rédigent</translation>
    </message>
    <message>
        <source>Copy the key that reads</source>
        <translation>Copier la clé de lecture</translation>
    </message>
    <message>
        <source>Enter the key</source>
        <translation>Enregistrer la clé</translation>
    </message>
    <message>
        <source>Nothing stands on the lists. Names are kept sealed.</source>
        <translation>Les listes sont vides. Les noms y sont scellés.</translation>
    </message>
    <message>
        <source>{n} item stands on the lists.</source>
        <translation>{n} élément figure sur les listes.</translation>
    </message>
    <message>
        <source>{n} items stand on the lists.</source>
        <translation>{n} éléments figurent sur les listes.</translation>
    </message>
    <message>
        <source>This desk has no key: nothing of them is checked.</source>
        <translation>Ce poste n’a pas de clé&#x202f;: rien n’en est vérifié.</translation>
    </message>
    <message>
        <source>Enter a day to come as 2027-01-31.</source>
        <translation>Saisissez un jour à venir sous la forme 2027-01-31.</translation>
    </message>
    <message>
        <source>Cannot be read with this desk’s key</source>
        <translation>Illisible avec la clé de ce poste</translation>
    </message>
    <message>
        <source>court order</source>
        <translation>ordonnance judiciaire</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>jusqu’au {day}</translation>
    </message>
    <message>
        <source>ended on {day}</source>
        <translation>terminé le {day}</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Protected name</source>
        <translation>Nom protégé</translation>
    </message>
    <message>
        <source>Perhaps somebody on the case lists</source>
        <translation>Peut-être une personne des listes protégées</translation>
    </message>
    <message>
        <source>The case lists cannot be checked here</source>
        <translation>Les listes d’affaires ne peuvent être vérifiées ici</translation>
    </message>
    <message>
        <source>A victim’s name</source>
        <translation>Nom d’une victime</translation>
    </message>
    <message>
        <source>A minor’s name</source>
        <translation>Nom d’un mineur</translation>
    </message>
    <message>
        <source>A missing child is named</source>
        <translation>Un enfant disparu est nommé</translation>
    </message>
    <message>
        <source>Home address</source>
        <translation>Adresse d’un domicile</translation>
    </message>
    <message>
        <source>Full postcode</source>
        <translation>Code postal complet</translation>
    </message>
    <message>
        <source>A court order forbids this</source>
        <translation>Une décision de justice l’interdit</translation>
    </message>
    <message>
        <source>A name before charge</source>
        <translation>Un nom avant la mise en cause</translation>
    </message>
    <message>
        <source>Guilt before a verdict</source>
        <translation>Culpabilité avant le jugement</translation>
    </message>
    <message>
        <source>A suspect is named</source>
        <translation>Un suspect est nommé</translation>
    </message>
    <message>
        <source>Reads like what must not leave</source>
        <translation>Ressemble à ce qui ne doit pas sortir</translation>
    </message>
    <message>
        <source>Number plate</source>
        <translation>Plaque d’immatriculation</translation>
    </message>
    <message>
        <source>Phone number that is not a public one</source>
        <translation>Numéro de téléphone qui n’est pas public</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse électronique</translation>
    </message>
    <message>
        <source>Link to somebody else’s site</source>
        <translation>Lien vers le site d’un tiers</translation>
    </message>
    <message>
        <source>Link that only looks like ours</source>
        <translation>Lien qui imite les nôtres</translation>
    </message>
    <message>
        <source>Characters nobody can see</source>
        <translation>Caractères invisibles</translation>
    </message>
    <message>
        <source>A photo or clip has no description</source>
        <translation>Une photo ou vidéo n’a pas de description</translation>
    </message>
    <message>
        <source>All in capitals</source>
        <translation>Tout en majuscules</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation>Mots-dièse</translation>
    </message>
    <message>
        <source>Too long, or more than the network takes</source>
        <translation>Trop long, ou plus que le réseau n’accepte</translation>
    </message>
    <message>
        <source>Too many photos or clips in one post</source>
        <translation>Trop de photos ou de vidéos dans un message</translation>
    </message>
    <message>
        <source>A file that is not taken there</source>
        <translation>Un fichier qui n’y est pas accepté</translation>
    </message>
    <message>
        <source>The clip is too short</source>
        <translation>La vidéo est trop courte</translation>
    </message>
    <message>
        <source>The clip is too long</source>
        <translation>La vidéo est trop longue</translation>
    </message>
    <message>
        <source>Too many answers in the poll</source>
        <translation>Trop de réponses dans le sondage</translation>
    </message>
    <message>
        <source>An answer of the poll is too long</source>
        <translation>Une réponse du sondage est trop longue</translation>
    </message>
    <message>
        <source>The poll runs too long, or not long enough (minutes)</source>
        <translation>Le sondage dure trop longtemps, ou pas assez (minutes)</translation>
    </message>
    <message>
        <source>The same text on many profiles</source>
        <translation>Le même texte sur de nombreux profils</translation>
    </message>
    <message>
        <source>A link costs more on this network</source>
        <translation>Un lien coûte plus cher sur ce réseau</translation>
    </message>
    <message>
        <source>Too late to be answered in private</source>
        <translation>Trop tard pour répondre en privé</translation>
    </message>
    <message>
        <source>An account the force does not know</source>
        <translation>Un compte que la force ne connaît pas</translation>
    </message>
    <message>
        <source>Too long by {n}: {limit} characters are taken</source>
        <translation>Trop long de {n}&#x202f;: {limit} caractères sont acceptés</translation>
    </message>
    <message>
        <source>{n} photos or clips in one post: {limit} are taken</source>
        <translation>{n} photos ou vidéos dans un message&#x202f;: {limit} sont acceptées</translation>
    </message>
    <message>
        <source>A file of {n}: {limit} are taken</source>
        <translation>Un fichier de {n}&#x202f;: {limit} sont acceptés</translation>
    </message>
    <message>
        <source>The clip lasts {n}: at least {limit} are needed</source>
        <translation>La vidéo dure {n}&#x202f;: il faut au moins {limit}</translation>
    </message>
    <message>
        <source>The clip lasts {n}: at most {limit} go out</source>
        <translation>La vidéo dure {n}&#x202f;: au plus {limit} partent</translation>
    </message>
    <message>
        <source>{n} answers in the poll: {limit} are taken</source>
        <translation>{n} réponses dans le sondage&#x202f;: {limit} sont acceptées</translation>
    </message>
    <message>
        <source>An answer of the poll has {n} characters: {limit} are taken</source>
        <translation>Une réponse du sondage a {n} caractères&#x202f;: {limit} sont acceptés</translation>
    </message>
    <message>
        <source>The poll runs {n} minutes: the limit is {limit}</source>
        <translation>Le sondage dure {n} minutes&#x202f;: la limite est de {limit}</translation>
    </message>
    <message>
        <source>Take the name out</source>
        <translation>Retirer le nom</translation>
    </message>
    <message>
        <source>Take the words out</source>
        <translation>Retirer ces mots</translation>
    </message>
    <message>
        <source>Take them out</source>
        <translation>Les retirer</translation>
    </message>
    <message>
        <source>Small letters</source>
        <translation>En minuscules</translation>
    </message>
    <message>
        <source>Use “{text}”</source>
        <translation>Mettre «&#x202f;&#x202f;{text}&#x202f;»</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>Clock</source>
        <translation>Horloge</translation>
    </message>
    <message>
        <source>{n} s fast</source>
        <translation>{n}&#x202f;s d’avance</translation>
    </message>
    <message>
        <source>{n} s slow</source>
        <translation>{n}&#x202f;s de retard</translation>
    </message>
    <message>
        <source>The clock of this computer is off. The record goes by the clock of the team’s database; have this one set.</source>
        <translation>L’horloge de cet ordinateur n’est pas à l’heure. Le registre suit celle de la base de données de l’équipe&#x202f;; faites régler celle-ci.</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>{n} new in {title}</source>
        <translation>{n} de plus dans {title}</translation>
    </message>
    <message>
        <source>The post has gone; this is the next one</source>
        <translation>La publication a disparu&#x202f;; voici la suivante</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Rien à afficher</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Rien pour l’instant</translation>
    </message>
    <message>
        <source>No saved post fits. New ones that fit will appear here.</source>
        <translation>Aucune publication enregistrée ne répond. Les nouvelles qui répondent apparaîtront ici.</translation>
    </message>
    <message>
        <source>Nothing fits this filter</source>
        <translation>Rien ne correspond à ce filtre</translation>
    </message>
    <message>
        <source>Nothing fits these {n} filters</source>
        <translation>Rien ne passe ces {n} filtres</translation>
    </message>
    <message>
        <source>New ones that fit will appear here.</source>
        <translation>Les nouvelles qui conviennent apparaîtront ici.</translation>
    </message>
    <message>
        <source>No post of this stream is saved yet.</source>
        <translation>Aucune publication de ce flux n’est encore enregistrée.</translation>
    </message>
    <message>
        <source>More than {n} posts are hidden by {filters}.</source>
        <translation>Plus de {n} publications sont masquées par {filters}.</translation>
    </message>
    <message>
        <source>{n} post is hidden by {filters}.</source>
        <translation>{n} publication est masquée par {filters}.</translation>
    </message>
    <message>
        <source>{n} posts are hidden by {filters}.</source>
        <translation>{n} publications sont masquées par {filters}.</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} et {last}</translation>
    </message>
    <message>
        <source>New posts of this stream will appear here.</source>
        <translation>Les nouvelles publications de ce flux apparaîtront ici.</translation>
    </message>
    <message>
        <source>read up to here</source>
        <translation>lu jusqu’ici</translation>
    </message>
    <message>
        <source>{n} waiting</source>
        <translation>{n} en attente</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>{n} de plus</translation>
    </message>
    <message>
        <source>Show {text}, full stop</source>
        <translation>Afficher {text}, point</translation>
    </message>
    <message>
        <source>Show new posts  ·  .</source>
        <translation>Afficher les nouvelles publications  ·  .</translation>
    </message>
    <message>
        <source>Go on, P</source>
        <translation>Reprendre, P</translation>
    </message>
    <message>
        <source>Pause, P</source>
        <translation>Pause, P</translation>
    </message>
    <message>
        <source>Filter, slash</source>
        <translation>Filtrer, barre oblique</translation>
    </message>
    <message>
        <source>More about this column</source>
        <translation>Plus sur cette colonne</translation>
    </message>
    <message>
        <source>{n} unread post</source>
        <translation>{n} publication non lue</translation>
    </message>
    <message>
        <source>{n} unread posts</source>
        <translation>{n} publications non lues</translation>
    </message>
    <message>
        <source>{n} a minute</source>
        <translation>{n} par minute</translation>
    </message>
    <message>
        <source>{n}/min</source>
        <translation>{n}/min</translation>
    </message>
    <message>
        <source>{n}/h</source>
        <translation>{n}/h</translation>
    </message>
    <message>
        <source>Take away the filter {text}</source>
        <translation>Retirer le filtre {text}</translation>
    </message>
    <message>
        <source>Filter of this column</source>
        <translation>Filtre de cette colonne</translation>
    </message>
    <message>
        <source>fire OR smoke -hoax has:media</source>
        <translation>feu OR fumée -canular has:media</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Find a command or section</source>
        <translation>Trouver une commande ou une rubrique</translation>
    </message>
    <message>
        <source>Filter here</source>
        <translation>Filtrer ici</translation>
    </message>
    <message>
        <source>Shortcuts here</source>
        <translation>Raccourcis d’ici</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>Zone suivante</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>Zone précédente</translation>
    </message>
    <message>
        <source>Close the top layer</source>
        <translation>Fermer ce qui est au-dessus</translation>
    </message>
    <message>
        <source>Close the desk</source>
        <translation>Fermer le poste</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Rédiger</translation>
    </message>
    <message>
        <source>Hold all publishing</source>
        <translation>Suspendre toute publication</translation>
    </message>
    <message>
        <source>Hold a group, or all but an incident…</source>
        <translation>Suspendre un groupe, ou tout sauf un incident…</translation>
    </message>
    <message>
        <source>Release publishing…</source>
        <translation>Reprendre la publication…</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>Reprendre…</translation>
    </message>
    <message>
        <source>Review held posts</source>
        <translation>Revoir les publications suspendues</translation>
    </message>
    <message>
        <source>Say who may publish…</source>
        <translation>Dire qui peut publier…</translation>
    </message>
    <message>
        <source>A list of publishers, such as for an incident</source>
        <translation>Une liste de publieurs, par exemple pour un incident</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>What is on its way, and what needs a person</source>
        <translation>Ce qui est en route, et ce qui demande une personne</translation>
    </message>
    <message>
        <source>Everything that was sent</source>
        <translation>Tout ce qui a été envoyé</translation>
    </message>
    <message>
        <source>Texts, files, people, answers; to find and export</source>
        <translation>Textes, fichiers, personnes, réponses&#x202f;; à chercher et à exporter</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>Nouveau tableau</translation>
    </message>
    <message>
        <source>Next board</source>
        <translation>Tableau suivant</translation>
    </message>
    <message>
        <source>Previous board</source>
        <translation>Tableau précédent</translation>
    </message>
    <message>
        <source>First column</source>
        <translation>Première colonne</translation>
    </message>
    <message>
        <source>Second column</source>
        <translation>Deuxième colonne</translation>
    </message>
    <message>
        <source>Third column</source>
        <translation>Troisième colonne</translation>
    </message>
    <message>
        <source>Fourth column</source>
        <translation>Quatrième colonne</translation>
    </message>
    <message>
        <source>Fifth column</source>
        <translation>Cinquième colonne</translation>
    </message>
    <message>
        <source>Sixth column</source>
        <translation>Sixième colonne</translation>
    </message>
    <message>
        <source>Seventh column</source>
        <translation>Septième colonne</translation>
    </message>
    <message>
        <source>Eighth column</source>
        <translation>Huitième colonne</translation>
    </message>
    <message>
        <source>Ninth column</source>
        <translation>Neuvième colonne</translation>
    </message>
    <message>
        <source>Rename this board</source>
        <translation>Renommer ce tableau</translation>
    </message>
    <message>
        <source>Close this board</source>
        <translation>Fermer ce tableau</translation>
    </message>
    <message>
        <source>Open again what was closed last</source>
        <translation>Rouvrir ce qui a été fermé en dernier</translation>
    </message>
    <message>
        <source>Pause all columns</source>
        <translation>Mettre toutes les colonnes en pause</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Tout mettre en pause</translation>
    </message>
    <message>
        <source>This board to a window of its own, or back</source>
        <translation>Ce tableau dans sa propre fenêtre, ou retour</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Ouvrir la conversation</translation>
    </message>
    <message>
        <source>Second screen</source>
        <translation>Second écran</translation>
    </message>
    <message>
        <source>Move this board left</source>
        <translation>Déplacer ce tableau à gauche</translation>
    </message>
    <message>
        <source>Move this board right</source>
        <translation>Déplacer ce tableau à droite</translation>
    </message>
    <message>
        <source>Share this board with the team</source>
        <translation>Partager ce tableau avec l’équipe</translation>
    </message>
    <message>
        <source>Share with the team</source>
        <translation>Partager avec l’équipe</translation>
    </message>
    <message>
        <source>Stop sharing this board</source>
        <translation>Ne plus partager ce tableau</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Ne plus partager</translation>
    </message>
    <message>
        <source>Export this board to a file</source>
        <translation>Exporter ce tableau dans un fichier</translation>
    </message>
    <message>
        <source>Import boards from a file</source>
        <translation>Importer des tableaux d’un fichier</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>Nouvelle colonne</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Next post</source>
        <translation>Publication suivante</translation>
    </message>
    <message>
        <source>Previous post</source>
        <translation>Publication précédente</translation>
    </message>
    <message>
        <source>One screen down</source>
        <translation>Un écran plus bas</translation>
    </message>
    <message>
        <source>One screen up</source>
        <translation>Un écran plus haut</translation>
    </message>
    <message>
        <source>Next unread post</source>
        <translation>Publication non lue suivante</translation>
    </message>
    <message>
        <source>Choose this post, or let it go</source>
        <translation>Choisir cette publication, ou la laisser</translation>
    </message>
    <message>
        <source>Choose the next post too</source>
        <translation>Choisir aussi la suivante</translation>
    </message>
    <message>
        <source>Choose the previous post too</source>
        <translation>Choisir aussi la précédente</translation>
    </message>
    <message>
        <source>Mark what is chosen as read</source>
        <translation>Marquer la sélection comme lue</translation>
    </message>
    <message>
        <source>Mark what is chosen as unread</source>
        <translation>Marquer la sélection comme non lue</translation>
    </message>
    <message>
        <source>Show new posts</source>
        <translation>Afficher les nouvelles publications</translation>
    </message>
    <message>
        <source>More about this post</source>
        <translation>Autres actions sur cette publication</translation>
    </message>
    <message>
        <source>Read up to here</source>
        <translation>Lu jusqu’ici</translation>
    </message>
    <message>
        <source>Show more columns at the left</source>
        <translation>Afficher d’autres colonnes à gauche</translation>
    </message>
    <message>
        <source>Show more columns at the right</source>
        <translation>Afficher d’autres colonnes à droite</translation>
    </message>
    <message>
        <source>Column to the left</source>
        <translation>Colonne de gauche</translation>
    </message>
    <message>
        <source>Column to the right</source>
        <translation>Colonne de droite</translation>
    </message>
    <message>
        <source>Pause this column</source>
        <translation>Mettre cette colonne en pause</translation>
    </message>
    <message>
        <source>Rename this column</source>
        <translation>Renommer cette colonne</translation>
    </message>
    <message>
        <source>Filter of this column</source>
        <translation>Filtre de cette colonne</translation>
    </message>
    <message>
        <source>Clear the filter of this column</source>
        <translation>Effacer le filtre de cette colonne</translation>
    </message>
    <message>
        <source>Duplicate this column</source>
        <translation>Dupliquer cette colonne</translation>
    </message>
    <message>
        <source>Pin or unpin this column</source>
        <translation>Épingler ou détacher cette colonne</translation>
    </message>
    <message>
        <source>Read this stream once now</source>
        <translation>Lire ce flux une fois maintenant</translation>
    </message>
    <message>
        <source>Fill the gap in this column</source>
        <translation>Combler la lacune de cette colonne</translation>
    </message>
    <message>
        <source>This column to a window of its own, or back</source>
        <translation>Cette colonne dans sa propre fenêtre, ou retour</translation>
    </message>
    <message>
        <source>Move this column to the next board</source>
        <translation>Déplacer cette colonne vers le tableau suivant</translation>
    </message>
    <message>
        <source>Move this column left</source>
        <translation>Déplacer cette colonne à gauche</translation>
    </message>
    <message>
        <source>Move this column right</source>
        <translation>Déplacer cette colonne à droite</translation>
    </message>
    <message>
        <source>Narrower column</source>
        <translation>Colonne plus étroite</translation>
    </message>
    <message>
        <source>Wider column</source>
        <translation>Colonne plus large</translation>
    </message>
    <message>
        <source>Close this column</source>
        <translation>Fermer cette colonne</translation>
    </message>
    <message>
        <source>New stream</source>
        <translation>Nouveau flux</translation>
    </message>
    <message>
        <source>Who works at this desk</source>
        <translation>Qui travaille à ce poste</translation>
    </message>
    <message>
        <source>Alert me…</source>
        <translation>M’alerter…</translation>
    </message>
    <message>
        <source>when new posts fit a search or a column</source>
        <translation>quand de nouveaux messages correspondent à une recherche ou à une colonne</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Thème sombre</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Thème clair</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Thème du système</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>language of the desk</source>
        <translation>langue du poste</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Text at 90 percent</source>
        <translation>Texte à 90&#x202f;%</translation>
    </message>
    <message>
        <source>Text at 100 percent</source>
        <translation>Texte à 100&#x202f;%</translation>
    </message>
    <message>
        <source>Text at 110 percent</source>
        <translation>Texte à 110&#x202f;%</translation>
    </message>
    <message>
        <source>Text at 125 percent</source>
        <translation>Texte à 125&#x202f;%</translation>
    </message>
    <message>
        <source>Text at 150 percent</source>
        <translation>Texte à 150&#x202f;%</translation>
    </message>
    <message>
        <source>Confirm recovery key</source>
        <translation>Confirmer la clé de secours</translation>
    </message>
    <message>
        <source>Export what was found</source>
        <translation>Exporter ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Enregistrer cette recherche</translation>
    </message>
    <message>
        <source>Group by conversation</source>
        <translation>Grouper par conversation</translation>
    </message>
    <message>
        <source>Show this search as a column</source>
        <translation>Montrer cette recherche en colonne</translation>
    </message>
    <message>
        <source>Show the pictures and clips of this post</source>
        <translation>Montrer les images et les clips de cette publication</translation>
    </message>
    <message>
        <source>Open a link of this post</source>
        <translation>Ouvrir un lien de cette publication</translation>
    </message>
    <message>
        <source>Open this post in the browser</source>
        <translation>Ouvrir cette publication dans le navigateur</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Message privé</translation>
    </message>
    <message>
        <source>Repost</source>
        <translation>Repartager</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Aimer</translation>
    </message>
    <message>
        <source>Hide on the network</source>
        <translation>Masquer sur le réseau</translation>
    </message>
    <message>
        <source>Delete our post</source>
        <translation>Supprimer notre publication</translation>
    </message>
    <message>
        <source>Edit our post</source>
        <translation>Modifier notre publication</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Attribuer</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>M’attribuer</translation>
    </message>
    <message>
        <source>Undo what was just done</source>
        <translation>Annuler ce qui vient d’être fait</translation>
    </message>
    <message>
        <source>Status of the conversation</source>
        <translation>État de la conversation</translation>
    </message>
    <message>
        <source>Mark as tip</source>
        <translation>Marquer comme renseignement</translation>
    </message>
    <message>
        <source>Mark as rumour</source>
        <translation>Marquer comme rumeur</translation>
    </message>
    <message>
        <source>Save as evidence</source>
        <translation>Conserver comme preuve</translation>
    </message>
    <message>
        <source>Pass to dispatch</source>
        <translation>Transmettre au centre d’appels</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Who is here</source>
        <translation>Qui est là</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Traduire</translation>
    </message>
    <message>
        <source>Freeze the exercise</source>
        <translation>Figer l’exercice</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Figer</translation>
    </message>
    <message>
        <source>Let the exercise go on</source>
        <translation>Laisser l’exercice reprendre</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Leave the exercise</source>
        <translation>Quitter l’exercice</translation>
    </message>
    <message>
        <source>Leave exercise</source>
        <translation>Quitter l’exercice</translation>
    </message>
    <message>
        <source>Verify the record</source>
        <translation>Vérifier le registre</translation>
    </message>
    <message>
        <source>every entry, and every checkpoint</source>
        <translation>chaque entrée et chaque point de contrôle</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>Exporter le registre</translation>
    </message>
    <message>
        <source>Show incidents</source>
        <translation>Afficher les incidents</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Open an incident…</source>
        <translation>Ouvrir un incident…</translation>
    </message>
    <message>
        <source>Change the incident…</source>
        <translation>Changer l’incident…</translation>
    </message>
    <message>
        <source>Its title, and whom it concerns</source>
        <translation>Son titre, et qui est concerné</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
    <message>
        <source>Hold all but this incident…</source>
        <translation>Suspendre tout sauf cet incident…</translation>
    </message>
    <message>
        <source>Hold all but this…</source>
        <translation>Suspendre tout le reste…</translation>
    </message>
    <message>
        <source>Limit who may publish during this incident…</source>
        <translation>Limiter qui peut publier pendant cet incident…</translation>
    </message>
    <message>
        <source>Limit who may publish…</source>
        <translation>Limiter qui peut publier…</translation>
    </message>
    <message>
        <source>Close the incident…</source>
        <translation>Clore l’incident…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>Clore…</translation>
    </message>
</context>
<context>
    <name>Compose</name>
    <message>
        <source>Go to text</source>
        <translation>Voir le texte</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloque</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>À confirmer</translation>
    </message>
    <message>
        <source>{title}: {words}</source>
        <translation>{title}&#x202f;: {words}</translation>
    </message>
    <message>
        <source>post {n}</source>
        <translation>publication {n}</translation>
    </message>
    <message>
        <source>file {n}</source>
        <translation>fichier {n}</translation>
    </message>
    <message>
        <source>{source} ({date}). It cannot see: {blind}</source>
        <translation>{source} ({date}). Ce que la règle ne voit pas&#x202f;: {blind}</translation>
    </message>
    <message>
        <source>{n} blocks</source>
        <translation>{n} bloque</translation>
    </message>
    <message>
        <source>{n} block</source>
        <translation>{n} bloquent</translation>
    </message>
    <message>
        <source>{n} to confirm</source>
        <translation>{n} à confirmer</translation>
    </message>
    <message>
        <source>Policy checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>{n} rule passes. What no rule can see is for you to judge.</source>
        <translation>{n} règle passe. Ce qu’aucune règle ne voit, c’est à vous d’en juger.</translation>
    </message>
    <message>
        <source>{n} rules pass. What no rule can see is for you to judge.</source>
        <translation>{n} règles passent. Ce qu’aucune règle ne voit, c’est à vous d’en juger.</translation>
    </message>
    <message>
        <source>{n} character too many</source>
        <translation>{n} caractère de trop</translation>
    </message>
    <message>
        <source>{n} characters too many</source>
        <translation>{n} caractères de trop</translation>
    </message>
    <message>
        <source>Not taken by this network: {characters}</source>
        <translation>Refusé par ce réseau&#x202f;: {characters}</translation>
    </message>
    <message>
        <source>Too many bytes for this network</source>
        <translation>Trop d’octets pour ce réseau</translation>
    </message>
    <message>
        <source>{n} hashtags of at most {most}</source>
        <translation>{n} mots-dièse sur {most} au plus</translation>
    </message>
    <message>
        <source>{n} mentions of at most {most}</source>
        <translation>{n} mentions sur {most} au plus</translation>
    </message>
    <message>
        <source>The title is too long</source>
        <translation>Le titre est trop long</translation>
    </message>
    <message>
        <source>Length {used}</source>
        <translation>Longueur {used}</translation>
    </message>
    <message>
        <source>Throw this draft away?</source>
        <translation>Jeter ce brouillon&#x202f;?</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Name of the set of profiles</source>
        <translation>Nom de la sélection de profils</translation>
    </message>
    <message>
        <source>It is kept nowhere else. This cannot be undone.</source>
        <translation>Il n’est conservé nulle part ailleurs. C’est irréversible.</translation>
    </message>
    <message>
        <source>The version that was put forward stays in the record. What was changed since is lost.</source>
        <translation>La version soumise reste dans le registre. Ce qui a changé depuis est perdu.</translation>
    </message>
    <message>
        <source>Drafts kept here</source>
        <translation>Brouillons conservés ici</translation>
    </message>
    <message>
        <source>No draft is kept on this workstation.</source>
        <translation>Aucun brouillon n’est conservé sur ce poste.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Without a text</source>
        <translation>Sans texte</translation>
    </message>
    <message>
        <source>{n} profile</source>
        <translation>{n} profil</translation>
    </message>
    <message>
        <source>{n} profiles</source>
        <translation>{n} profils</translation>
    </message>
    <message>
        <source>The draft is not kept: this workstation cannot write.</source>
        <translation>Le brouillon n’est pas conservé&#x202f;: ce poste ne peut écrire.</translation>
    </message>
    <message>
        <source>Draft saved {time}, on this workstation</source>
        <translation>Brouillon enregistré à {time}, sur ce poste</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>It is locked: somebody suspects misuse.</source>
        <translation>Il est verrouillé&#x202f;: quelqu’un soupçonne un usage abusif.</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillé</translation>
    </message>
    <message>
        <source>Nothing can be published on {network} from here.</source>
        <translation>Rien ne peut être publié sur {network} depuis ce poste.</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expiré</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>non autorisé</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Rédiger</translation>
    </message>
    <message>
        <source>What colleagues find it by</source>
        <translation>Titre pour les collègues</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>New draft</source>
        <translation>Nouveau brouillon</translation>
    </message>
    <message>
        <source>To a second screen, or back</source>
        <translation>Sur un second écran, ou retour</translation>
    </message>
    <message>
        <source>Close, the draft is kept</source>
        <translation>Fermer, le brouillon est conservé</translation>
    </message>
    <message>
        <source>Language of the post</source>
        <translation>Langue de la publication</translation>
    </message>
    <message>
        <source>No language</source>
        <translation>Sans langue</translation>
    </message>
    <message>
        <source>Said on {networks}</source>
        <translation>Publié sur {networks}</translation>
    </message>
    <message>
        <source>On {network} every link counts as {n} characters</source>
        <translation>Sur {network}, chaque lien compte pour {n} caractères</translation>
    </message>
    <message>
        <source>{what}, and the post costs {price}</source>
        <translation>{what}, et la publication coûte {price}</translation>
    </message>
    <message>
        <source>Checks and time</source>
        <translation>Contrôles et heure</translation>
    </message>
    <message>
        <source>Previews</source>
        <translation>Aperçus</translation>
    </message>
    <message>
        <source>Post {n} of {all}</source>
        <translation>Publication {n} sur {all}</translation>
    </message>
    <message>
        <source>Text of the post</source>
        <translation>Texte de la publication</translation>
    </message>
    <message>
        <source>What is to be said</source>
        <translation>Ce qu’il y a à dire</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Move this post up</source>
        <translation>Monter cette publication</translation>
    </message>
    <message>
        <source>Move this post down</source>
        <translation>Descendre cette publication</translation>
    </message>
    <message>
        <source>Take this post out of the thread</source>
        <translation>Retirer cette publication du fil</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Sondage</translation>
    </message>
    <message>
        <source>Add an answer</source>
        <translation>Ajouter une réponse</translation>
    </message>
    <message>
        <source>Remove the poll</source>
        <translation>Retirer le sondage</translation>
    </message>
    <message>
        <source>Several answers</source>
        <translation>Plusieurs réponses</translation>
    </message>
    <message>
        <source>How long it runs</source>
        <translation>Durée du sondage</translation>
    </message>
    <message>
        <source>Answer {n}</source>
        <translation>Réponse {n}</translation>
    </message>
    <message>
        <source>{n} day</source>
        <translation>{n} jour</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} jours</translation>
    </message>
    <message>
        <source>{n} hour</source>
        <translation>{n} heure</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} heures</translation>
    </message>
    <message>
        <source>{n} minute</source>
        <translation>{n} minute</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Un par un</translation>
    </message>
    <message>
        <source>Choose profiles to see how it will look on their networks.</source>
        <translation>Choisissez des profils pour voir le rendu sur leurs réseaux.</translation>
    </message>
    <message>
        <source>{n} more profile looks alike.</source>
        <translation>{n} autre profil se présente de même.</translation>
    </message>
    <message>
        <source>{n} more profiles look alike.</source>
        <translation>{n} autres profils se présentent de même.</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>ALT</source>
        <translation>ALT</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>sans description</translation>
    </message>
    <message>
        <source>{n} more post in the thread</source>
        <translation>{n} autre publication dans le fil</translation>
    </message>
    <message>
        <source>{n} more posts in the thread</source>
        <translation>{n} autres publications dans le fil</translation>
    </message>
    <message>
        <source>Send for approval</source>
        <translation>Soumettre à validation</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>The record is still being read.</source>
        <translation>Le registre est en cours de lecture.</translation>
    </message>
    <message>
        <source>The checks are still running.</source>
        <translation>Les contrôles sont en cours.</translation>
    </message>
    <message>
        <source>Choose a profile.</source>
        <translation>Choisissez un profil.</translation>
    </message>
    <message>
        <source>There is nothing to say yet.</source>
        <translation>Il n’y a encore rien à dire.</translation>
    </message>
    <message>
        <source>Too long, or not taken, on {networks}.</source>
        <translation>Trop long, ou refusé, sur {networks}.</translation>
    </message>
    <message>
        <source>Its time has passed.</source>
        <translation>Son heure est passée.</translation>
    </message>
    <message>
        <source>{n} check blocks.</source>
        <translation>{n} contrôle bloque.</translation>
    </message>
    <message>
        <source>{n} checks block.</source>
        <translation>{n} contrôles bloquent.</translation>
    </message>
    <message>
        <source>{n} check asks for your yes.</source>
        <translation>{n} contrôle attend votre oui.</translation>
    </message>
    <message>
        <source>{n} checks ask for your yes.</source>
        <translation>{n} contrôles attendent votre oui.</translation>
    </message>
    <message>
        <source>You have no right to write for all of these profiles.</source>
        <translation>Vous n’avez pas le droit d’écrire pour tous ces profils.</translation>
    </message>
    <message>
        <source>Not possible: {reason}</source>
        <translation>Impossible&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>{n} approval</source>
        <translation>{n} validation</translation>
    </message>
    <message>
        <source>{n} approvals</source>
        <translation>{n} validations</translation>
    </message>
    <message>
        <source>as soon as it is approved</source>
        <translation>dès sa validation</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>tout de suite</translation>
    </message>
    <message>
        <source>Then: {what}</source>
        <translation>Ensuite&#x202f;: {what}</translation>
    </message>
    <message>
        <source>Approval route</source>
        <translation>Circuit de validation</translation>
    </message>
    <message>
        <source>Kind of draft</source>
        <translation>Type de brouillon</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>author</source>
        <translation>auteur</translation>
    </message>
    <message>
        <source>required</source>
        <translation>requis</translation>
    </message>
    <message>
        <source>No kind</source>
        <translation>Sans type</translation>
    </message>
    <message>
        <source>This incident is not open: nothing passes a hold for it any more.</source>
        <translation>Cet incident n’est pas ouvert&#x202f;: plus rien ne passe une suspension en son nom.</translation>
    </message>
    <message>
        <source>The incident does not concern every profile here: while all but it is held, this leaves only through those it concerns.</source>
        <translation>L’incident ne concerne pas tous les profils choisis&#x202f;: tant que tout le reste est suspendu, ceci ne part que par ceux qu’il concerne.</translation>
    </message>
    <message>
        <source>This draft has been approved. Putting it forward again voids every approval: it goes back to the first step.</source>
        <translation>Ce brouillon a été validé. Le soumettre à nouveau annule toute validation&#x202f;: il revient à la première étape.</translation>
    </message>
    <message>
        <source>This draft is in the record. Putting it forward again is an edit.</source>
        <translation>Ce brouillon est dans le registre. Le soumettre à nouveau est une modification.</translation>
    </message>
    <message>
        <source>Any change after an approval sends it back to the first step.</source>
        <translation>Toute modification après une validation le ramène à la première étape.</translation>
    </message>
    <message>
        <source>Nobody else has to agree to this.</source>
        <translation>Personne d’autre n’a à donner son accord.</translation>
    </message>
    <message>
        <source>anybody who may approve there, but not the author</source>
        <translation>toute personne habilitée, sauf l’auteur</translation>
    </message>
    <message>
        <source>Sent {when}</source>
        <translation>Envoi&#x202f;: {when}</translation>
    </message>
    <message>
        <source>The record cannot be reached: the draft waits here</source>
        <translation>Le registre est hors d’atteinte&#x202f;: le brouillon attend ici</translation>
    </message>
    <message>
        <source>Sent for approval</source>
        <translation>Soumis à validation</translation>
    </message>
    <message>
        <source>On its way. What becomes of it is shown under Sending.</source>
        <translation>En route. La suite se voit sous Envois.</translation>
    </message>
    <message>
        <source>The draft was not put forward</source>
        <translation>Le brouillon n’a pas été soumis</translation>
    </message>
    <message>
        <source>Add a hashtag</source>
        <translation>Ajouter un mot-dièse</translation>
    </message>
    <message>
        <source>Add a mention</source>
        <translation>Ajouter une mention</translation>
    </message>
    <message>
        <source>Saved texts and holding statements</source>
        <translation>Textes enregistrés et éléments de langage</translation>
    </message>
    <message>
        <source>Add a poll</source>
        <translation>Ajouter un sondage</translation>
    </message>
    <message>
        <source>Add a card for a link</source>
        <translation>Ajouter une carte pour un lien</translation>
    </message>
    <message>
        <source>Add a post to the thread</source>
        <translation>Ajouter une publication au fil</translation>
    </message>
    <message>
        <source>Reset to shared</source>
        <translation>Revenir au texte commun</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Split into a thread of {n}</source>
        <translation>Découper en un fil de {n}</translation>
    </message>
    <message>
        <source>Follows the shared text</source>
        <translation>Suit le texte commun</translation>
    </message>
    <message>
        <source>Its own text, {n} edit</source>
        <translation>Texte propre, {n} modification</translation>
    </message>
    <message>
        <source>Its own text, {n} edits</source>
        <translation>Texte propre, {n} modifications</translation>
    </message>
    <message>
        <source>Shared text</source>
        <translation>Texte commun</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>À une heure</translation>
    </message>
    <message>
        <source>When approved</source>
        <translation>Une fois validé</translation>
    </message>
    <message>
        <source>Day, as 2026-05-14</source>
        <translation>Jour, comme 2026-05-14</translation>
    </message>
    <message>
        <source>Time, as 19:30</source>
        <translation>Heure, comme 19:30</translation>
    </message>
    <message>
        <source>Over how long it is spread</source>
        <translation>Durée de l’étalement</translation>
    </message>
    <message>
        <source>How often it comes</source>
        <translation>À quelle fréquence elle revient</translation>
    </message>
    <message>
        <source>When somebody is asked whether to withdraw it</source>
        <translation>Quand on demande s’il faut le retirer</translation>
    </message>
    <message>
        <source>Who may reply</source>
        <translation>Qui peut répondre</translation>
    </message>
    <message>
        <source>Write the day as 2026-05-14, the time as 19:30.</source>
        <translation>Écrivez le jour comme 2026-05-14, l’heure comme 19:30.</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Une fois</translation>
    </message>
    <message>
        <source>Repeat…</source>
        <translation>Répéter…</translation>
    </message>
    <message>
        <source>The clocks show this hour twice: the first one counts.</source>
        <translation>Les horloges montrent cette heure deux fois&#x202f;: la première compte.</translation>
    </message>
    <message>
        <source>This time has passed.</source>
        <translation>Cette heure est passée.</translation>
    </message>
    <message>
        <source>{when}, time of {zone}. If publishing is held then, it waits.</source>
        <translation>{when}, heure de {zone}. Si la publication est suspendue, il attend.</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Tous à la fois</translation>
    </message>
    <message>
        <source>Spread over {n} min</source>
        <translation>Étalé sur {n}&#x202f;min</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Reste en ligne</translation>
    </message>
    <message>
        <source>Ask to withdraw after {n} day</source>
        <translation>Proposer le retrait après {n} jour</translation>
    </message>
    <message>
        <source>Ask to withdraw after {n} days</source>
        <translation>Proposer le retrait après {n} jours</translation>
    </message>
    <message>
        <source>Everybody may reply</source>
        <translation>Tout le monde peut répondre</translation>
    </message>
    <message>
        <source>Those we follow may reply</source>
        <translation>Nos abonnements peuvent répondre</translation>
    </message>
    <message>
        <source>Those mentioned may reply</source>
        <translation>Les comptes cités peuvent répondre</translation>
    </message>
    <message>
        <source>Nobody may reply</source>
        <translation>Personne ne peut répondre</translation>
    </message>
    <message>
        <source>{date} {time}</source>
        <translation>{date} {time}</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>non choisi</translation>
    </message>
    <message>
        <source>partly chosen</source>
        <translation>choisi en partie</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
    <message>
        <source>group, {chosen} of {total}</source>
        <translation>groupe, {chosen} sur {total}</translation>
    </message>
    <message>
        <source>Profiles to publish on</source>
        <translation>Profils sur lesquels publier</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>{n} choisis</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>Find a profile or group</source>
        <translation>Trouver un profil ou un groupe</translation>
    </message>
    <message>
        <source>Save set</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Keeps the chosen profiles under a name</source>
        <translation>Conserve les profils choisis sous un nom</translation>
    </message>
    <message>
        <source>You may publish to {able} of {all} profiles.</source>
        <translation>Vous pouvez publier sur {able} profils sur {all}.</translation>
    </message>
    <message>
        <source>{n} is not offered: you have no right there.</source>
        <translation>{n} n’est pas proposé&#x202f;: vous n’y avez aucun droit.</translation>
    </message>
    <message>
        <source>{n} are not offered: you have no right there.</source>
        <translation>{n} ne sont pas proposés&#x202f;: vous n’y avez aucun droit.</translation>
    </message>
    <message>
        <source>1 profile cannot publish. {first}</source>
        <translation>1 profil ne peut pas publier. {first}</translation>
    </message>
    <message>
        <source>{n} profiles cannot publish. {first}</source>
        <translation>{n} profils ne peuvent pas publier. {first}</translation>
    </message>
    <message>
        <source>Card for a link</source>
        <translation>Carte pour un lien</translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation>Adresse de la page</translation>
    </message>
    <message>
        <source>Title of the card</source>
        <translation>Titre de la carte</translation>
    </message>
    <message>
        <source>Description on the card</source>
        <translation>Description sur la carte</translation>
    </message>
    <message>
        <source>Remove the card</source>
        <translation>Retirer la carte</translation>
    </message>
    <message>
        <source>A photo on this post is the card’s picture.</source>
        <translation>Une photo de cette publication devient l’image de la carte.</translation>
    </message>
    <message>
        <source>A card needs an address with https:// and a title.</source>
        <translation>Une carte demande une adresse en https:// et un titre.</translation>
    </message>
</context>
<context>
    <name>Connect</name>
    <message>
        <source>Accounts of this sign-in</source>
        <translation>Comptes de cette connexion</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Se connecter avec le navigateur</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>With the browser</source>
        <translation>Avec le navigateur</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>Avec un jeton</translation>
    </message>
    <message>
        <source>With a password</source>
        <translation>Avec un mot de passe</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>Comment se connecter</translation>
    </message>
    <message>
        <source>Its own API key, where the network is to send by itself</source>
        <translation>Sa propre clé API, pour que le réseau envoie de lui-même</translation>
    </message>
    <message>
        <source>Secret of the API key</source>
        <translation>Secret de la clé API</translation>
    </message>
    <message>
        <source>Server, such as social.example</source>
        <translation>Serveur, par exemple social.example</translation>
    </message>
    <message>
        <source>The force’s application: client id</source>
        <translation>Application de la police&#x202f;: identifiant client</translation>
    </message>
    <message>
        <source>Its secret, if it has one</source>
        <translation>Son secret, si elle en a un</translation>
    </message>
    <message>
        <source>Handle of the profile</source>
        <translation>Identifiant du profil</translation>
    </message>
    <message>
        <source>Server, if it is not {usual}</source>
        <translation>Serveur, si ce n’est pas {usual}</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Password made for this program, never the account’s own</source>
        <translation>Mot de passe créé pour ce programme, jamais celui du compte</translation>
    </message>
    <message>
        <source>Connect a profile</source>
        <translation>Connecter un profil</translation>
    </message>
    <message>
        <source>Your browser shows the network’s own page. Sign in there as the profile, and allow reading. If no page has opened, copy this address into a browser:</source>
        <translation>Votre navigateur montre la page du réseau. Connectez-vous-y avec le profil et autorisez la lecture. Si aucune page ne s’est ouverte, copiez cette adresse dans un navigateur&#x202f;:</translation>
    </message>
    <message>
        <source>Address for the browser</source>
        <translation>Adresse pour le navigateur</translation>
    </message>
    <message>
        <source>Group, such as a borough or a unit</source>
        <translation>Groupe, par exemple un quartier ou une unité</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>This is needed too.</source>
        <translation>Ceci est nécessaire aussi.</translation>
    </message>
    <message>
        <source>You are signed in. Close this page and go back to the desk.</source>
        <translation>Vous êtes connecté. Fermez cette page et revenez au poste.</translation>
    </message>
    <message>
        <source>Connect {n}</source>
        <translation>Connecter {n}</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>{n} follower</source>
        <translation>{n} abonné</translation>
    </message>
    <message>
        <source>{n} followers</source>
        <translation>{n} abonnés</translation>
    </message>
    <message>
        <source>Known to us</source>
        <translation>Connu de nous</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Wrote to</source>
        <translation>A écrit à</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Last post</source>
        <translation>Dernier écrit</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Network’s number</source>
        <translation>Numéro du réseau</translation>
    </message>
    <message>
        <source>{n} post</source>
        <translation>{n} publication</translation>
    </message>
    <message>
        <source>{n} posts</source>
        <translation>{n} publications</translation>
    </message>
    <message>
        <source>{posts} since {date}</source>
        <translation>{posts} depuis le {date}</translation>
    </message>
    <message>
        <source>verified by the network</source>
        <translation>vérifié par le réseau</translation>
    </message>
    <message>
        <source>says it is a machine</source>
        <translation>se dit automatique</translation>
    </message>
    <message>
        <source>What else they wrote</source>
        <translation>Ses autres publications</translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Folder of the databases</source>
        <translation>Dossier des bases de données</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clé de secours</translation>
    </message>
    <message>
        <source>The databases are not open.</source>
        <translation>Les bases de données ne sont pas ouvertes.</translation>
    </message>
    <message>
        <source>New recovery key…</source>
        <translation>Nouvelle clé de secours…</translation>
    </message>
    <message>
        <source>Confirm…</source>
        <translation>Confirmer…</translation>
    </message>
    <message>
        <source>Confirm recovery key</source>
        <translation>Confirmer la clé de secours</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>A backup is being made…</source>
        <translation>Sauvegarde en cours…</translation>
    </message>
    <message>
        <source>No backup yet.</source>
        <translation>Pas encore de sauvegarde.</translation>
    </message>
    <message>
        <source>Last backup: {moment}</source>
        <translation>Dernière sauvegarde&#x202f;: {moment}</translation>
    </message>
    <message>
        <source>It is on paper: somebody has typed it back.</source>
        <translation>Elle est sur papier&#x202f;: quelqu’un l’a retapée.</translation>
    </message>
    <message>
        <source>Not confirmed: nobody has typed it back from paper yet.</source>
        <translation>Non confirmée&#x202f;: personne ne l’a encore retapée depuis le papier.</translation>
    </message>
    <message>
        <source>Days after which it goes</source>
        <translation>Jours de conservation</translation>
    </message>
    <message>
        <source>{kind}: days until they go</source>
        <translation>{kind}&#x202f;: jours de conservation</translation>
    </message>
    <message>
        <source>Show what would go</source>
        <translation>Montrer ce qui partirait</translation>
    </message>
    <message>
        <source>Remove now</source>
        <translation>Supprimer maintenant</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Décompte en cours…</translation>
    </message>
    <message>
        <source>{n} removed.</source>
        <translation>{n} élément supprimé.</translation>
    </message>
    <message>
        <source>{n} are removed.</source>
        <translation>{n} éléments supprimés.</translation>
    </message>
    <message>
        <source>First show what would go.</source>
        <translation>Montrez d’abord ce qui partirait.</translation>
    </message>
    <message>
        <source>The removal broke off before all was gone. Show again what would go.</source>
        <translation>La suppression s’est interrompue avant la fin. Montrez de nouveau ce qui partirait.</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>Private messages</source>
        <translation>Messages privés</translation>
    </message>
    <message>
        <source>The networks’ own records</source>
        <translation>Données brutes des réseaux</translation>
    </message>
    <message>
        <source>What is marked as kept stays.</source>
        <translation>Ce qui est marqué comme conservé reste.</translation>
    </message>
    <message>
        <source>Nothing is old enough to go.</source>
        <translation>Rien n’est assez ancien pour partir.</translation>
    </message>
    <message>
        <source>{kind}: {n}, of {oldest} to {newest}</source>
        <translation>{kind}&#x202f;: {n}, du {oldest} au {newest}</translation>
    </message>
    <message>
        <source>{done} of {total} removed</source>
        <translation>{done} sur {total} supprimés</translation>
    </message>
</context>
<context>
    <name>Decided</name>
    <message>
        <source>{who}, {when}: {what}</source>
        <translation>{who}, {when}&#x202f;: {what}</translation>
    </message>
    <message>
        <source>{officer} was added.</source>
        <translation>{officer} a été ajouté.</translation>
    </message>
    <message>
        <source>{number} is now called {name}.</source>
        <translation>{number} s’appelle désormais {name}.</translation>
    </message>
    <message>
        <source>{officer} has left.</source>
        <translation>{officer} est parti.</translation>
    </message>
    <message>
        <source>{officer} was given the role {role} for {scope}.</source>
        <translation>{officer} a reçu le rôle {role} pour {scope}.</translation>
    </message>
    <message>
        <source>{officer} lost the role {role} for {scope}.</source>
        <translation>{officer} a perdu le rôle {role} pour {scope}.</translation>
    </message>
    <message>
        <source>{to} stands in for {officer} until {until}.</source>
        <translation>{to} remplace {officer} jusqu’au {until}.</translation>
    </message>
    <message>
        <source>{to} no longer stands in for {officer}.</source>
        <translation>{to} ne remplace plus {officer}.</translation>
    </message>
    <message>
        <source>the rights of the role {role} were set.</source>
        <translation>les droits du rôle {role} ont été fixés.</translation>
    </message>
    <message>
        <source>{profile} was locked.</source>
        <translation>{profile} a été verrouillé.</translation>
    </message>
    <message>
        <source>{profile} was unlocked.</source>
        <translation>{profile} a été déverrouillé.</translation>
    </message>
    <message>
        <source>the places on {profile} were set.</source>
        <translation>les places sur {profile} ont été fixées.</translation>
    </message>
    <message>
        <source>something changed about {what}.</source>
        <translation>quelque chose a changé pour {what}.</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Media of the conversation</source>
        <translation>Médias de la conversation</translation>
    </message>
    <message>
        <source>No pictures, clips or sound in this conversation.</source>
        <translation>Ni image, ni film, ni son dans cette conversation.</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} sur {all}</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Posts of the conversation</source>
        <translation>Publications de la conversation</translation>
    </message>
    <message>
        <source>Contact, notes and media</source>
        <translation>Contact, notes et médias</translation>
    </message>
    <message>
        <source>Next unread post</source>
        <translation>Publication non lue suivante</translation>
    </message>
    <message>
        <source>Close the conversation</source>
        <translation>Fermer la conversation</translation>
    </message>
    <message>
        <source>{n} post saved of this conversation</source>
        <translation>{n} publication enregistrée de cette conversation</translation>
    </message>
    <message>
        <source>{n} posts saved of this conversation</source>
        <translation>{n} publications enregistrées de cette conversation</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privé</translation>
    </message>
    <message>
        <source>answers a post that is not saved</source>
        <translation>répond à une publication non enregistrée</translation>
    </message>
    <message>
        <source>Level {n}.</source>
        <translation>Niveau {n}.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Reading the conversation on {network}…</source>
        <translation>Lecture de la conversation sur {network}…</translation>
    </message>
    <message>
        <source>Complete: all that {network} gives has been read</source>
        <translation>Complète&#x202f;: tout ce que donne {network} a été lu</translation>
    </message>
    <message>
        <source>{network} has more of it than is read at once</source>
        <translation>{network} en a plus que ce qui est lu d’un coup</translation>
    </message>
    <message>
        <source>{network} gives no conversations; this is saved</source>
        <translation>{network} ne donne pas de conversations&#x202f;; voici ce qui est conservé</translation>
    </message>
    <message>
        <source>No profile of ours can ask {network} for it</source>
        <translation>Aucun de nos profils ne peut la demander à {network}</translation>
    </message>
    <message>
        <source>The reads {network} allows are used up until {time}</source>
        <translation>Les lectures permises par {network} sont épuisées jusqu’à {time}</translation>
    </message>
    <message>
        <source>{network} does not answer; this is saved</source>
        <translation>{network} ne répond pas&#x202f;; voici ce qui est conservé</translation>
    </message>
    <message>
        <source>The sign-in on {network} has ended; connect the profile again</source>
        <translation>La connexion à {network} a pris fin&#x202f;; reconnectez le profil</translation>
    </message>
    <message>
        <source>{network} does not let this profile read it</source>
        <translation>{network} ne permet pas à ce profil de la lire</translation>
    </message>
    <message>
        <source>{network} does not know this post any more</source>
        <translation>{network} ne connaît plus cette publication</translation>
    </message>
    <message>
        <source>The reads {network} allows are used up</source>
        <translation>Les lectures permises par {network} sont épuisées</translation>
    </message>
    <message>
        <source>{network} sent something that cannot be read</source>
        <translation>{network} a envoyé quelque chose d’illisible</translation>
    </message>
    <message>
        <source>The networks are not being read; this is what is saved</source>
        <translation>Les réseaux ne sont pas lus&#x202f;; voici ce qui est conservé</translation>
    </message>
    <message>
        <source>{name} deals with this conversation</source>
        <translation>{name} s’occupe de cette conversation</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Attribuer</translation>
    </message>
    <message>
        <source>Nobody deals with this conversation: assign it</source>
        <translation>Personne ne s’occupe de cette conversation&#xa0;: l’attribuer</translation>
    </message>
    <message>
        <source>This waits for the team’s database</source>
        <translation>Cela attend la base de l’équipe</translation>
    </message>
    <message>
        <source>Watch draft</source>
        <translation>Voir le brouillon</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Ne plus voir</translation>
    </message>
    <message>
        <source>Ask to take over</source>
        <translation>Demander la main</translation>
    </message>
    <message>
        <source>Ask no more</source>
        <translation>Ne plus demander</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Keep writing</source>
        <translation>Continuer d’écrire</translation>
    </message>
    <message>
        <source>Hand over now</source>
        <translation>Céder maintenant</translation>
    </message>
    <message>
        <source>The record cannot be reached: what you decide here waits</source>
        <translation>Registre injoignable&#xa0;: ce que vous décidez ici attend</translation>
    </message>
    <message>
        <source>The record cannot be reached: nothing can be decided here</source>
        <translation>Registre injoignable&#xa0;: rien ne peut être décidé ici</translation>
    </message>
    <message>
        <source>Nobody else has this conversation open</source>
        <translation>Personne d’autre n’a ouvert cette conversation</translation>
    </message>
    <message>
        <source>is typing since {time}, {desk}. You can read and note.</source>
        <translation>écrit depuis {time}, {desk}. Vous pouvez lire et noter.</translation>
    </message>
    <message>
        <source>is reading this</source>
        <translation>lit ceci</translation>
    </message>
    <message>
        <source>and {n} other are reading this</source>
        <translation>et {n} autre lisent ceci</translation>
    </message>
    <message>
        <source>and {n} others are reading this</source>
        <translation>et {n} autres lisent ceci</translation>
    </message>
    <message>
        <source>put a reply forward at {time}.</source>
        <translation>a soumis une réponse à {time}.</translation>
    </message>
    <message>
        <source>was replying; nothing heard since {time}: you can reply.</source>
        <translation>répondait&#x202f;; plus de nouvelles depuis {time}&#x202f;: vous pouvez répondre.</translation>
    </message>
    <message>
        <source>stopped writing: you can reply.</source>
        <translation>n’écrit plus&#x202f;: vous pouvez répondre.</translation>
    </message>
    <message>
        <source>is taking your reply over.</source>
        <translation>reprend votre réponse.</translation>
    </message>
    <message>
        <source>asks to take over your reply: {n} second to say no.</source>
        <translation>demande à reprendre votre réponse&#x202f;: {n} seconde pour refuser.</translation>
    </message>
    <message>
        <source>asks to take over your reply: {n} seconds to say no.</source>
        <translation>demande à reprendre votre réponse&#x202f;: {n} secondes pour refuser.</translation>
    </message>
    <message>
        <source>asks for your reply: {n} s</source>
        <translation>demande votre réponse&#x202f;: {n} s</translation>
    </message>
    <message>
        <source>{name} has asked before you.</source>
        <translation>{name} a demandé avant vous.</translation>
    </message>
    <message>
        <source>was replying; {desk} is silent since {time}.</source>
        <translation>répondait&#x202f;; {desk} est muet depuis {time}.</translation>
    </message>
    <message>
        <source>is replying; {name} has asked to take over.</source>
        <translation>répond&#x202f;; {name} a demandé la main.</translation>
    </message>
    <message>
        <source>is replying since {time}, {desk}.</source>
        <translation>répond depuis {time}, {desk}.</translation>
    </message>
    <message>
        <source>has taken your reply over at {time}, {desk}.</source>
        <translation>a repris votre réponse à {time}, {desk}.</translation>
    </message>
    <message>
        <source>You can read, note and draft; only one reply can be sent.</source>
        <translation>Vous pouvez lire, noter et rédiger&#x202f;; une seule réponse peut partir.</translation>
    </message>
    <message>
        <source>What you wrote stays here as it was.</source>
        <translation>Ce que vous avez écrit reste ici tel quel.</translation>
    </message>
    <message>
        <source>Not taken over: somebody was first, or the database knows of no right to it.</source>
        <translation>Non reprise&#x202f;: quelqu’un a été plus rapide, ou la base de données ne connaît pas ce droit.</translation>
    </message>
    <message>
        <source>says no and keeps writing.</source>
        <translation>refuse et continue d’écrire.</translation>
    </message>
    <message>
        <source>hands over…</source>
        <translation>cède la main…</translation>
    </message>
    <message>
        <source>has {n} second to say no; then it is yours.</source>
        <translation>a {n} seconde pour refuser&#x202f;; ensuite, elle est à vous.</translation>
    </message>
    <message>
        <source>has {n} seconds to say no; then it is yours.</source>
        <translation>a {n} secondes pour refuser&#x202f;; ensuite, elle est à vous.</translation>
    </message>
    <message>
        <source>has {n} s to say no.</source>
        <translation>a {n} s pour refuser.</translation>
    </message>
    <message>
        <source>Draft of {name}, visible to colleagues only</source>
        <translation>Brouillon de {name}, visible des collègues seulement</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>muet</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>écrit</translation>
    </message>
    <message>
        <source>draft, visible to colleagues only</source>
        <translation>brouillon, visible des collègues seulement</translation>
    </message>
    <message>
        <source>What is written here is not for you to read.</source>
        <translation>Ce qui s’écrit ici ne vous est pas lisible.</translation>
    </message>
    <message>
        <source>It is written with another version of this program.</source>
        <translation>C’est écrit avec une autre version de ce programme.</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Blurred {n}</source>
        <translation>Flou {n}</translation>
    </message>
    <message>
        <source>Covered {n}</source>
        <translation>Masque {n}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>{n} regions. Insert adds one, N goes to the next.</source>
        <translation>{n} zones. Inser en ajoute une, N passe à la suivante.</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recadrer</translation>
    </message>
    <message>
        <source>{name}: {x} % from the left, {y} % from the top</source>
        <translation>{name}&#x202f;: {x}&#x202f;% de la gauche, {y}&#x202f;% du haut</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Flouter</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Outil</translation>
    </message>
    <message>
        <source>Edit the clip</source>
        <translation>Modifier le clip</translation>
    </message>
    <message>
        <source>Edit the photo</source>
        <translation>Modifier la photo</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Tourner</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Image entière</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Follow through the clip</source>
        <translation>Suivre dans le clip</translation>
    </message>
    <message>
        <source>Remove region</source>
        <translation>Enlever la zone</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>Commencer ici</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Finir ici</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Place in the clip</source>
        <translation>Position dans le clip</translation>
    </message>
    <message>
        <source>Lost at {at}: look there, and cover it anew from that moment on if it is still to be seen.</source>
        <translation>Perdue à {at}&#x202f;: regardez là, et masquez-la de nouveau à partir de ce moment si on la voit encore.</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>Couper le son</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Rétablir le son</translation>
    </message>
    <message>
        <source>The original stays sealed; only the copy is changed.</source>
        <translation>L’original reste scellé&#x202f;; seule la copie est modifiée.</translation>
    </message>
    <message>
        <source>Draw over faces and plates that nobody may see.</source>
        <translation>Tracez sur les visages et les plaques que personne ne doit voir.</translation>
    </message>
    <message>
        <source>Too long for {networks}: a still and a link go there.</source>
        <translation>Trop long pour {networks}&#x202f;: une image et un lien y partent.</translation>
    </message>
</context>
<context>
    <name>Exercise</name>
    <message>
        <source>Add an inject, or let a network fail</source>
        <translation>Ajouter un événement, ou mettre un réseau en panne</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Panne</translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation>Qui le dit</translation>
    </message>
    <message>
        <source>What they say</source>
        <translation>Ce qui est dit</translation>
    </message>
    <message>
        <source>Say it now</source>
        <translation>Le dire maintenant</translation>
    </message>
    <message>
        <source>Fail for 3 minutes</source>
        <translation>En panne pendant 3 minutes</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>At</source>
        <translation>À</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Planned injects</source>
        <translation>Événements prévus</translation>
    </message>
    <message>
        <source>Clock of the exercise</source>
        <translation>Horloge de l’exercice</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Figer</translation>
    </message>
    <message>
        <source>Jump 5 minutes</source>
        <translation>Avancer de 5 minutes</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Allure</translation>
    </message>
    <message>
        <source>Exercise: {name}</source>
        <translation>Exercice&#x202f;: {name}</translation>
    </message>
    <message>
        <source>What the team has done</source>
        <translation>Ce que l’équipe a fait</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Debrief…</source>
        <translation>Bilan…</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Libérer</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Retenir</translation>
    </message>
    <message>
        <source>{n} post so far</source>
        <translation>{n} publication jusqu’ici</translation>
    </message>
    <message>
        <source>{n} posts so far</source>
        <translation>{n} publications jusqu’ici</translation>
    </message>
    <message>
        <source>Folder for the debrief</source>
        <translation>Dossier pour le bilan</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>held</source>
        <translation>retenu</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>passé</translation>
    </message>
    <message>
        <source>down</source>
        <translation>hors service</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>lent</translation>
    </message>
    <message>
        <source>too many requests (429)</source>
        <translation>trop de requêtes (429)</translation>
    </message>
    <message>
        <source>broken (500)</source>
        <translation>en erreur (500)</translation>
    </message>
    <message>
        <source>overloaded (503)</source>
        <translation>surchargé (503)</translation>
    </message>
    <message>
        <source>cuts off after accepting</source>
        <translation>coupe après avoir accepté</translation>
    </message>
    <message>
        <source>sign-in expired</source>
        <translation>connexion expirée</translation>
    </message>
    <message>
        <source>captive portal</source>
        <translation>portail captif</translation>
    </message>
    <message>
        <source>The simulated networks have stopped</source>
        <translation>Les réseaux simulés se sont arrêtés</translation>
    </message>
    <message>
        <source>EXERCISE</source>
        <translation>EXERCICE</translation>
    </message>
    <message>
        <source>{name}. Nothing leaves this computer</source>
        <translation>{name}. Rien ne quitte cet ordinateur</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>démarrage</translation>
    </message>
    <message>
        <source>exercise clock {time}</source>
        <translation>heure de l’exercice {time}</translation>
    </message>
    <message>
        <source>inject {n} of {all}</source>
        <translation>événement {n} sur {all}</translation>
    </message>
    <message>
        <source>pace {speed}</source>
        <translation>allure {speed}</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>figé</translation>
    </message>
    <message>
        <source>The debrief could not be written: {reason}</source>
        <translation>Le bilan n’a pas pu être écrit&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>The debrief is in {file}</source>
        <translation>Le bilan est dans {file}</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Posts found</source>
        <translation>Publications trouvées</translation>
    </message>
    <message>
        <source>Search: {query}</source>
        <translation>Recherche&#x202f;: {query}</translation>
    </message>
    <message>
        <source>every post</source>
        <translation>toutes les publications</translation>
    </message>
    <message>
        <source>Chosen by hand among the posts found</source>
        <translation>Choisies à la main parmi les publications trouvées</translation>
    </message>
    <message>
        <source>Exported {time} (UTC)</source>
        <translation>Exporté le {time} (UTC)</translation>
    </message>
    <message>
        <source>through {profiles}</source>
        <translation>via {profiles}</translation>
    </message>
    <message>
        <source>Edited {time}</source>
        <translation>Modifiée le {time}</translation>
    </message>
    <message>
        <source>Deleted, seen {time}</source>
        <translation>Supprimée, constaté le {time}</translation>
    </message>
    <message>
        <source>Before, from {time}:</source>
        <translation>Avant, du {time}&#x202f;:</translation>
    </message>
    <message>
        <source>Media: {alt}</source>
        <translation>Média&#x202f;: {alt}</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>sans description</translation>
    </message>
    <message>
        <source>Posts: {n}</source>
        <translation>Publications&#x202f;: {n}</translation>
    </message>
    <message>
        <source>Conversation, posts: {n}</source>
        <translation>Conversation, publications&#x202f;: {n}</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>This did not work</source>
        <translation>Cela n’a pas fonctionné</translation>
    </message>
    <message>
        <source>The desk made a mistake ({kind}). What you wrote is kept. The details are in the log; if things look odd, close the desk and open it again.</source>
        <translation>Le poste a commis une erreur ({kind}). Ce que vous avez écrit est conservé. Les détails sont dans le journal&#x202f;; si quelque chose semble anormal, fermez le poste et rouvrez-le.</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Une erreur s’est produite dans le programme</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>cropped</source>
        <translation>recadrée</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>tournée</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>coupé</translation>
    </message>
    <message>
        <source>sound removed</source>
        <translation>son retiré</translation>
    </message>
    <message>
        <source>{n} blurred</source>
        <translation>{n} flous</translation>
    </message>
    <message>
        <source>{n} covered</source>
        <translation>{n} masques</translation>
    </message>
    <message>
        <source>Description for people who cannot see it (required)</source>
        <translation>Description pour qui ne peut pas la voir (requise)</translation>
    </message>
    <message>
        <source>Covered until asked for</source>
        <translation>Masqué jusqu’au clic</translation>
    </message>
    <message>
        <source>Blur, cut, crop…</source>
        <translation>Flouter, couper, recadrer…</translation>
    </message>
    <message>
        <source>Take this file out</source>
        <translation>Retirer ce fichier</translation>
    </message>
    <message>
        <source>Photo {n}</source>
        <translation>Photo {n}</translation>
    </message>
    <message>
        <source>Clip {n}</source>
        <translation>Vidéo {n}</translation>
    </message>
    <message>
        <source>original sealed, place and device removed</source>
        <translation>original scellé, lieu et appareil retirés</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Médias</translation>
    </message>
    <message>
        <source>Add a photo or clip</source>
        <translation>Ajouter une photo ou vidéo</translation>
    </message>
    <message>
        <source>{n} file is being made ready</source>
        <translation>{n} fichier en préparation</translation>
    </message>
    <message>
        <source>{n} files are being made ready</source>
        <translation>{n} fichiers en préparation</translation>
    </message>
    <message>
        <source>Attach photos or clips</source>
        <translation>Joindre photos ou vidéos</translation>
    </message>
    <message>
        <source>The file was not attached</source>
        <translation>Le fichier n’a pas été joint</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>has media</source>
        <translation>avec média</translation>
    </message>
    <message>
        <source>has a picture</source>
        <translation>avec image</translation>
    </message>
    <message>
        <source>has video</source>
        <translation>avec vidéo</translation>
    </message>
    <message>
        <source>has a link</source>
        <translation>avec lien</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>réponses</translation>
    </message>
    <message>
        <source>reposts</source>
        <translation>partages</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>commentaires</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>messages</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifiées</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>supprimées</translation>
    </message>
    <message>
        <source>no media</source>
        <translation>sans média</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>sans image</translation>
    </message>
    <message>
        <source>no video</source>
        <translation>sans vidéo</translation>
    </message>
    <message>
        <source>no link</source>
        <translation>sans lien</translation>
    </message>
    <message>
        <source>no replies</source>
        <translation>sans réponses</translation>
    </message>
    <message>
        <source>no reposts</source>
        <translation>sans partages</translation>
    </message>
    <message>
        <source>no comments</source>
        <translation>sans commentaires</translation>
    </message>
    <message>
        <source>no messages</source>
        <translation>sans messages</translation>
    </message>
    <message>
        <source>not edited</source>
        <translation>non modifiées</translation>
    </message>
    <message>
        <source>not deleted</source>
        <translation>non supprimées</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>the network could not be reached</source>
        <translation>réseau injoignable</translation>
    </message>
    <message>
        <source>the sign-in had expired</source>
        <translation>la connexion avait expiré</translation>
    </message>
    <message>
        <source>reading was not allowed</source>
        <translation>la lecture n’était pas permise</translation>
    </message>
    <message>
        <source>the network did not know it</source>
        <translation>inconnu du réseau</translation>
    </message>
    <message>
        <source>the budget was used</source>
        <translation>le quota était épuisé</translation>
    </message>
    <message>
        <source>the answer could not be read</source>
        <translation>la réponse était illisible</translation>
    </message>
    <message>
        <source>nobody was reading</source>
        <translation>personne ne lisait</translation>
    </message>
    <message>
        <source>this computer was asleep</source>
        <translation>cet ordinateur était en veille</translation>
    </message>
    <message>
        <source>too much came at once</source>
        <translation>trop à la fois</translation>
    </message>
    <message>
        <source>filled by the station</source>
        <translation>comblé par la station</translation>
    </message>
    <message>
        <source>filled once posts are read again</source>
        <translation>comblé quand la lecture reprendra</translation>
    </message>
    <message>
        <source>Missing since {time}</source>
        <translation>Manque depuis {time}</translation>
    </message>
    <message>
        <source>Missing {from_} – {to}</source>
        <translation>Manque de {from_} à {to}</translation>
    </message>
    <message>
        <source>fills by itself</source>
        <translation>se comble seul</translation>
    </message>
    <message>
        <source>Not given any more · press to ask again</source>
        <translation>N’est plus donné · appuyez pour redemander</translation>
    </message>
    <message>
        <source>asked for, filling</source>
        <translation>demandé, en cours</translation>
    </message>
    <message>
        <source>press to fill</source>
        <translation>appuyez pour combler</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Go to</source>
        <translation>Aller à</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Archives</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
</context>
<context>
    <name>Hold</name>
    <message>
        <source>Off</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Publishing held</source>
        <translation>Publication suspendue</translation>
    </message>
    <message>
        <source>{held} · {count}</source>
        <translation>{held} · {count}</translation>
    </message>
    <message>
        <source>Not possible: {why}</source>
        <translation>Impossible&#x202f;: {why}</translation>
    </message>
    <message>
        <source>Publishing is held</source>
        <translation>La publication est suspendue</translation>
    </message>
    <message>
        <source>Record the reason</source>
        <translation>Noter la raison</translation>
    </message>
    <message>
        <source>Nothing leaves any more; withdrawals still do. Say why, for your colleagues and the record. The hold is in force without a reason too.</source>
        <translation>Plus rien ne part&#x202f;; les retraits, si. Dites pourquoi, pour vos collègues et le registre. La suspension vaut aussi sans raison.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>A reason is needed, or press Cancel.</source>
        <translation>Il faut une raison, ou appuyez sur Annuler.</translation>
    </message>
    <message>
        <source>Hold a part</source>
        <translation>Suspendre une partie</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Who is held</source>
        <translation>Qui est suspendu</translation>
    </message>
    <message>
        <source>What belongs to this incident still leaves</source>
        <translation>Ce qui se rattache à cet incident part tout de même</translation>
    </message>
    <message>
        <source>The record is still being read.</source>
        <translation>Le registre est encore en lecture.</translation>
    </message>
    <message>
        <source>Release publishing?</source>
        <translation>Reprendre la publication&#x202f;?</translation>
    </message>
    <message>
        <source>Release publishing</source>
        <translation>Reprendre la publication</translation>
    </message>
    <message>
        <source>Posts whose time is still to come leave at their time. Each one whose time has passed waits until a person confirms it; nothing goes out late by itself.</source>
        <translation>Les publications à venir partent à leur heure. Chacune dont l’heure est passée attend qu’une personne la confirme&#x202f;; rien ne part en retard tout seul.</translation>
    </message>
    <message>
        <source>Posts that are held</source>
        <translation>Publications suspendues</translation>
    </message>
    <message>
        <source>Why now</source>
        <translation>Pourquoi maintenant</translation>
    </message>
    <message>
        <source>Publishing released</source>
        <translation>Publication reprise</translation>
    </message>
    <message>
        <source>By {who}, {when}.</source>
        <translation>Par {who}, {when}.</translation>
    </message>
    <message>
        <source>NOT held yet: the database is away</source>
        <translation>PAS encore suspendue&#x202f;: la base est hors d’atteinte</translation>
    </message>
    <message>
        <source>The hold is in force once the database answers. Tell your colleagues.</source>
        <translation>La suspension vaudra dès que la base répondra. Prévenez vos collègues.</translation>
    </message>
    <message>
        <source>by {who} at {time}</source>
        <translation>par {who} à {time}</translation>
    </message>
    <message>
        <source>{n} post will not leave</source>
        <translation>{n} publication ne partira pas</translation>
    </message>
    <message>
        <source>{n} posts will not leave</source>
        <translation>{n} publications ne partiront pas</translation>
    </message>
    <message>
        <source>{n} profile</source>
        <translation>{n} profil</translation>
    </message>
    <message>
        <source>{n} profiles</source>
        <translation>{n} profils</translation>
    </message>
    <message>
        <source>{title} · as soon as it may · {profiles}</source>
        <translation>{title} · dès que possible · {profiles}</translation>
    </message>
    <message>
        <source>{title} · {date} {time} · {profiles}</source>
        <translation>{title} · {date} {time} · {profiles}</translation>
    </message>
    <message>
        <source>only for {scope}</source>
        <translation>seulement pour {scope}</translation>
    </message>
    <message>
        <source>but for “{incident}”</source>
        <translation>sauf «&#x202f;{incident}&#x202f;»</translation>
    </message>
    <message>
        <source>“{incident}” is closed: it is held too</source>
        <translation>«&#x202f;{incident}&#x202f;» est clos&#x202f;: il est suspendu aussi</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Raison&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Who may publish?</source>
        <translation>Qui peut publier&#x202f;?</translation>
    </message>
    <message>
        <source>Put into force</source>
        <translation>Mettre en vigueur</translation>
    </message>
    <message>
        <source>Only posts that one of these officers wrote, approved or let go leave within the scope, until the list is taken back or its incident is closed. Private messages and likes are not affected.</source>
        <translation>Seules partent, dans ce périmètre, les publications qu’un de ces agents a écrites, validées ou laissées partir, jusqu’à ce que la liste soit retirée ou son incident clos. Les messages privés et les mentions «&#x202f;j’aime&#x202f;» ne sont pas concernés.</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Périmètre</translation>
    </message>
    <message>
        <source>Officers on the list</source>
        <translation>Agents de la liste</translation>
    </message>
    <message>
        <source>The list ends with this incident</source>
        <translation>La liste prend fin avec cet incident</translation>
    </message>
    <message>
        <source>Tick at least one officer.</source>
        <translation>Cochez au moins un agent.</translation>
    </message>
    <message>
        <source>{scope} (a list is in force during “{incident}”)</source>
        <translation>{scope} (une liste est en vigueur pendant «&#x202f;{incident}&#x202f;»)</translation>
    </message>
    <message>
        <source>{scope} (a list is in force)</source>
        <translation>{scope} (une liste est en vigueur)</translation>
    </message>
    <message>
        <source>No incident is open.</source>
        <translation>Aucun incident n’est ouvert.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Import profiles</source>
        <translation>Importer des profils</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt)</source>
        <translation>Tableaux (*.csv *.txt)</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} ne peut pas être lu&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>Import profiles from {name}</source>
        <translation>Importer des profils de {name}</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Lignes du fichier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{n} line in the file.</source>
        <translation>{n} ligne dans le fichier.</translation>
    </message>
    <message>
        <source>{n} lines in the file.</source>
        <translation>{n} lignes dans le fichier.</translation>
    </message>
    <message>
        <source>{n} cannot be used; the list says why.</source>
        <translation>{n} ne peuvent servir&#x202f;; la liste dit pourquoi.</translation>
    </message>
    <message>
        <source>Columns nobody reads: {names}.</source>
        <translation>Colonnes que personne ne lit&#x202f;: {names}.</translation>
    </message>
    <message>
        <source>Asking the networks whose sign-ins these are…</source>
        <translation>Demande aux réseaux à qui sont ces connexions…</translation>
    </message>
    <message>
        <source>Checked. Nothing is saved yet.</source>
        <translation>Vérifié. Rien n’est encore enregistré.</translation>
    </message>
    <message>
        <source>Nothing has been asked or saved yet.</source>
        <translation>Rien n’a encore été demandé ni enregistré.</translation>
    </message>
    <message>
        <source>Connect {n}</source>
        <translation>Connecter {n}</translation>
    </message>
    <message>
        <source>Check {n}</source>
        <translation>Vérifier {n}</translation>
    </message>
    <message>
        <source>Line {n}</source>
        <translation>Ligne {n}</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8.</source>
        <translation>Le fichier n’est pas du texte en UTF-8.</translation>
    </message>
    <message>
        <source>The file is too large: 5,000 lines at most.</source>
        <translation>Le fichier est trop grand&#x202f;: 5 000 lignes au plus.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>The first line does not name: {detail}.</source>
        <translation>La première ligne ne nomme pas&#x202f;: {detail}.</translation>
    </message>
    <message>
        <source>The first line names twice: {detail}.</source>
        <translation>La première ligne nomme deux fois&#x202f;: {detail}.</translation>
    </message>
    <message>
        <source>There is no network “{detail}”.</source>
        <translation>Il n’y a pas de réseau «&#x202f;&#x202f;{detail}&#x202f;».</translation>
    </message>
    <message>
        <source>The host is missing.</source>
        <translation>Le serveur manque.</translation>
    </message>
    <message>
        <source>The token is missing.</source>
        <translation>Le jeton manque.</translation>
    </message>
    <message>
        <source>The handle is missing.</source>
        <translation>L’identifiant manque.</translation>
    </message>
    <message>
        <source>The network has no way “{detail}”.</source>
        <translation>Le réseau ne connaît pas la manière «&#x202f;&#x202f;{detail}&#x202f;».</translation>
    </message>
    <message>
        <source>It has more cells than the first line.</source>
        <translation>Elle a plus de cellules que la première ligne.</translation>
    </message>
    <message>
        <source>A cell is too long: {detail}.</source>
        <translation>Une cellule est trop longue&#x202f;: {detail}.</translation>
    </message>
    <message>
        <source>The same sign-in as in line {detail}.</source>
        <translation>La même connexion qu’à la ligne {detail}.</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <source>{title} (closed)</source>
        <translation>{title} (clos)</translation>
    </message>
    <message>
        <source>No incident</source>
        <translation>Sans incident</translation>
    </message>
    <message>
        <source>Change the incident</source>
        <translation>Changer l’incident</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Open an incident</source>
        <translation>Ouvrir un incident</translation>
    </message>
    <message>
        <source>Open the incident</source>
        <translation>Ouvrir l’incident</translation>
    </message>
    <message>
        <source>While it is open, drafts can belong to it: they take its approval route, and leave through a hold on all but this incident. Every desk is told.</source>
        <translation>Tant qu’il est ouvert, des brouillons peuvent s’y rattacher&#x202f;: ils suivent son circuit de validation, et partent malgré une suspension de tout sauf cet incident. Chaque poste en est averti.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Whom it concerns</source>
        <translation>Qui est concerné</translation>
    </message>
    <message>
        <source>The record is still being read.</source>
        <translation>Le registre est encore en lecture.</translation>
    </message>
    <message>
        <source>A title is needed.</source>
        <translation>Il faut un titre.</translation>
    </message>
    <message>
        <source>Tick at least one that it concerns.</source>
        <translation>Cochez au moins un élément concerné.</translation>
    </message>
    <message>
        <source>Close the incident?</source>
        <translation>Clore l’incident&#x202f;?</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Le clore</translation>
    </message>
    <message>
        <source>“{title}” ends for everybody and cannot be reopened.</source>
        <translation>«&#x202f;{title}&#x202f;» prend fin pour tous et ne peut pas être rouvert.</translation>
    </message>
    <message>
        <source>Why now</source>
        <translation>Pourquoi maintenant</translation>
    </message>
    <message>
        <source>The list of publishers for {scopes} ends with it.</source>
        <translation>La liste de publieurs pour {scopes} prend fin avec lui.</translation>
    </message>
    <message>
        <source>The hold for {scopes} lets nothing through any more: what belongs to the incident is held too, until publishing is released.</source>
        <translation>La suspension pour {scopes} ne laisse plus rien passer&#x202f;: ce qui se rattache à l’incident est suspendu aussi, jusqu’à la reprise de la publication.</translation>
    </message>
    <message>
        <source>{n} draft that belongs to it is still to leave; it keeps its approval route.</source>
        <translation>{n} brouillon qui s’y rattache doit encore partir&#x202f;; il garde son circuit de validation.</translation>
    </message>
    <message>
        <source>{n} drafts that belong to it are still to leave; they keep their approval route.</source>
        <translation>{n} brouillons qui s’y rattachent doivent encore partir&#x202f;; ils gardent leur circuit de validation.</translation>
    </message>
    <message>
        <source>Nothing else stands on it.</source>
        <translation>Rien d’autre n’en dépend.</translation>
    </message>
    <message>
        <source>Not possible: {why}</source>
        <translation>Impossible&#x202f;: {why}</translation>
    </message>
    <message>
        <source>“{title}”, by {who}, {when}.</source>
        <translation>«&#x202f;{title}&#x202f;», par {who}, {when}.</translation>
    </message>
    <message>
        <source>Incident opened</source>
        <translation>Incident ouvert</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>depuis {time}</translation>
    </message>
    <message>
        <source>{n} more is open</source>
        <translation>{n} autre est ouvert</translation>
    </message>
    <message>
        <source>{n} more are open</source>
        <translation>{n} autres sont ouverts</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>Incidents ouverts</translation>
    </message>
    <message>
        <source>Closed incidents</source>
        <translation>Incidents clos</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>No incident is open. Open one when something happens about which the force has to speak with one voice; what belongs to it can then leave while the rest is held.</source>
        <translation>Aucun incident n’est ouvert. Ouvrez-en un quand survient un fait dont la force doit parler d’une seule voix&#x202f;; ce qui s’y rattache peut alors partir pendant que le reste est suspendu.</translation>
    </message>
    <message>
        <source>{n} open incident</source>
        <translation>{n} incident ouvert</translation>
    </message>
    <message>
        <source>{n} open incidents</source>
        <translation>{n} incidents ouverts</translation>
    </message>
    <message>
        <source>all but this is held</source>
        <translation>tout le reste est suspendu</translation>
    </message>
    <message>
        <source>publishers are limited</source>
        <translation>les publieurs sont limités</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>Concerne</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>{who}, {when}</source>
        <translation>{who}, {when}</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>slash</source>
        <translation>barre oblique</translation>
    </message>
    <message>
        <source>question mark</source>
        <translation>point d’interrogation</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>plus</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>moins</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>virgule</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>This address is not opened</source>
        <translation>Cette adresse n’est pas ouverte</translation>
    </message>
    <message>
        <source>Look at this address first</source>
        <translation>Regardez d’abord cette adresse</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{host}  (reads as {reads})</source>
        <translation>{host}  (se lit {reads})</translation>
    </message>
    <message>
        <source>The words in the post name another host.</source>
        <translation>Les mots de la publication nomment un autre hôte.</translation>
    </message>
    <message>
        <source>The words in the post do not say where it leads.</source>
        <translation>Les mots de la publication ne disent pas où elle mène.</translation>
    </message>
    <message>
        <source>It passes for {passes_for}, and is another host.</source>
        <translation>Elle se fait passer pour {passes_for}, mais c’est un autre hôte.</translation>
    </message>
    <message>
        <source>Letters of several scripts are mixed in its name.</source>
        <translation>Des lettres de plusieurs écritures se mêlent dans son nom.</translation>
    </message>
    <message>
        <source>Its name has letters beyond the plain alphabet.</source>
        <translation>Son nom a des lettres hors de l’alphabet simple.</translation>
    </message>
    <message>
        <source>What stands before the @ is no host; it is left out when it is opened.</source>
        <translation>Ce qui précède le @ n’est pas un hôte&#x202f;; ce sera omis à l’ouverture.</translation>
    </message>
    <message>
        <source>It is a bare number, not a name.</source>
        <translation>C’est un simple numéro, pas un nom.</translation>
    </message>
    <message>
        <source>It asks for an unusual port.</source>
        <translation>Elle demande un port inhabituel.</translation>
    </message>
    <message>
        <source>It leads to this computer or into its own network.</source>
        <translation>Elle mène à cet ordinateur ou dans son propre réseau.</translation>
    </message>
    <message>
        <source>Only web addresses (http, https) are opened.</source>
        <translation>Seules les adresses web (http, https) sont ouvertes.</translation>
    </message>
    <message>
        <source>This is no address that can be opened safely.</source>
        <translation>Cette adresse ne peut pas être ouverte sans danger.</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Activer le son</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>Couper le son</translation>
    </message>
    <message>
        <source>No sound device was found</source>
        <translation>Aucun appareil de son n’a été trouvé</translation>
    </message>
    <message>
        <source>Place in the clip</source>
        <translation>Position dans le clip</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>{path} n’a pas pu être écrit&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The copy was not saved</source>
        <translation>La copie n’a pas été enregistrée</translation>
    </message>
    <message>
        <source>Covered as sensitive by its author or the network.</source>
        <translation>Masqué comme sensible par son auteur ou le réseau.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Pictures and clips of the post</source>
        <translation>Images et clips de la publication</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} sur {all}</translation>
    </message>
    <message>
        <source>Its author has not described it.</source>
        <translation>Son auteur ne l’a pas décrit.</translation>
    </message>
    <message>
        <source>Shown at {zoom}; 1 shows every pixel</source>
        <translation>Montré à {zoom}&#x202f;; 1 montre chaque pixel</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Montrer en entier</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Open the post in the browser</source>
        <translation>Ouvrir la publication dans le navigateur</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>It is larger than is fetched here.</source>
        <translation>C’est plus grand que ce qui est chargé ici.</translation>
    </message>
    <message>
        <source>The network gives it only in its own player.</source>
        <translation>Le réseau ne le donne que dans son propre lecteur.</translation>
    </message>
    <message>
        <source>It is not there any more, or not for everybody.</source>
        <translation>Ce n’est plus là, ou pas pour tout le monde.</translation>
    </message>
    <message>
        <source>Its server does not answer now.</source>
        <translation>Son serveur ne répond pas pour le moment.</translation>
    </message>
    <message>
        <source>Its address is none that may be asked.</source>
        <translation>Son adresse n’est pas de celles qui peuvent être demandées.</translation>
    </message>
    <message>
        <source>The disk did not take it.</source>
        <translation>Le disque ne l’a pas accepté.</translation>
    </message>
    <message>
        <source>It is being fetched…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>It is being fetched: {done} of {whole}</source>
        <translation>Chargement&#x202f;: {done} sur {whole}</translation>
    </message>
    <message>
        <source>It is being fetched: {done}</source>
        <translation>Chargement&#x202f;: {done}</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Pièce jointe</translation>
    </message>
    <message>
        <source>What came cannot be read as a picture.</source>
        <translation>Ce qui est arrivé ne se lit pas comme une image.</translation>
    </message>
    <message>
        <source>It is not kept, and nothing is being read from the networks now.</source>
        <translation>Ce n’est pas conservé, et rien n’est lu des réseaux pour le moment.</translation>
    </message>
    <message>
        <source>This computer cannot play it ({reason}).</source>
        <translation>Cet ordinateur ne peut pas le lire ({reason}).</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Media</source>
        <translation>Médias</translation>
    </message>
    <message>
        <source>The note was not kept</source>
        <translation>La note n’a pas été gardée</translation>
    </message>
    <message>
        <source>Internal note, never published</source>
        <translation>Note interne, jamais publiée</translation>
    </message>
    <message>
        <source>Keep mine, theirs stays below</source>
        <translation>Garder la mienne, l’autre reste dessous</translation>
    </message>
    <message>
        <source>Keep this version</source>
        <translation>Garder cette version</translation>
    </message>
    <message>
        <source>Put both into one</source>
        <translation>Réunir les deux</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>{name} was first, at {time}:
{theirs}

Yours is below.</source>
        <translation>{name} a été plus rapide, à {time}&#xa0;:
{theirs}

Votre texte est dessous.</translation>
    </message>
    <message>
        <source>What it said before</source>
        <translation>Ce qu’elle disait avant</translation>
    </message>
    <message>
        <source>Erased under a retention rule</source>
        <translation>Effacée par une règle de conservation</translation>
    </message>
    <message>
        <source>internal note, never published</source>
        <translation>note interne, jamais publiée</translation>
    </message>
    <message>
        <source>changed {time} by {name}</source>
        <translation>modifiée {time} par {name}</translation>
    </message>
    <message>
        <source>waits for the team’s database</source>
        <translation>attend la base de l’équipe</translation>
    </message>
    <message>
        <source>{name} was first: look, then decide</source>
        <translation>{name} a été plus rapide&#xa0;: regardez, puis décidez</translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation>Notes internes</translation>
    </message>
    <message>
        <source>No internal notes yet. N writes one.</source>
        <translation>Aucune note interne. N en écrit une.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Add an internal note · N</source>
        <translation>Ajouter une note interne · N</translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation>Garder la note</translation>
    </message>
    <message>
        <source>{n} character too many</source>
        <translation>{n} caractère de trop</translation>
    </message>
    <message>
        <source>{n} characters too many</source>
        <translation>{n} caractères de trop</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Salvage what can be read?</source>
        <translation>Récupérer ce qui est lisible&#x202f;?</translation>
    </message>
    <message>
        <source>Every row that can still be read goes into a new file. The damaged file is kept in a folder beside it. This needs room for two more copies.</source>
        <translation>Chaque ligne encore lisible passe dans un nouveau fichier. Le fichier endommagé est gardé dans un dossier à côté. Il faut de la place pour deux copies de plus.</translation>
    </message>
    <message>
        <source>Salvage</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>{file} goes back to how it was when the newest sound backup was made. What came after it is lost from view; the present file is kept in a folder beside it.</source>
        <translation>{file} revient à son état lors de la dernière sauvegarde saine. Ce qui est venu après n’est plus visible&#x202f;; le fichier actuel est gardé dans un dossier à côté.</translation>
    </message>
    <message>
        <source>Restore the newest backup?</source>
        <translation>Restaurer la dernière sauvegarde&#x202f;?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Working… The desk can be closed; nothing is lost by it.</source>
        <translation>Travail en cours… Le poste peut être fermé&#x202f;; rien ne se perd.</translation>
    </message>
    <message>
        <source>Reading {file}: {share}</source>
        <translation>Lecture de {file}&#x202f;: {share}</translation>
    </message>
    <message>
        <source>A database is damaged</source>
        <translation>Une base de données est endommagée</translation>
    </message>
    <message>
        <source>The databases stay locked</source>
        <translation>Les bases de données restent verrouillées</translation>
    </message>
    <message>
        <source>This desk is open already</source>
        <translation>Ce poste est déjà ouvert</translation>
    </message>
    <message>
        <source>The databases cannot be opened</source>
        <translation>Les bases de données ne peuvent pas être ouvertes</translation>
    </message>
    <message>
        <source>Salvage saves what can still be read; a backup goes back to an earlier state. Either way the damaged file is kept.</source>
        <translation>La récupération garde ce qui est encore lisible&#x202f;; une sauvegarde ramène à un état antérieur. Dans les deux cas, le fichier endommagé est gardé.</translation>
    </message>
    <message>
        <source>Salvage…</source>
        <translation>Récupérer…</translation>
    </message>
    <message>
        <source>Restore newest backup…</source>
        <translation>Restaurer la dernière sauvegarde…</translation>
    </message>
    <message>
        <source>Use recovery key…</source>
        <translation>Utiliser la clé de secours…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Close the desk</source>
        <translation>Fermer le poste</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>Ouvrir le poste</translation>
    </message>
    <message>
        <source>The backup is back in place</source>
        <translation>La sauvegarde est remise en place</translation>
    </message>
    <message>
        <source>What could be read is saved</source>
        <translation>Ce qui était lisible est récupéré</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Rien n’a été modifié</translation>
    </message>
    <message>
        <source>No damaged page was found. Try to open the desk again.</source>
        <translation>Aucune page endommagée n’a été trouvée. Essayez de rouvrir le poste.</translation>
    </message>
    <message>
        <source>{file} is as it was on {when}.</source>
        <translation>{file} est tel qu’il était le {when}.</translation>
    </message>
    <message>
        <source>{n} row saved</source>
        <translation>{n} ligne récupérée</translation>
    </message>
    <message>
        <source>{n} rows saved</source>
        <translation>{n} lignes récupérées</translation>
    </message>
    <message>
        <source>{n} photo or clip is damaged in the backup and is missing.</source>
        <translation>{n} photo ou vidéo est abîmée dans la sauvegarde et manque.</translation>
    </message>
    <message>
        <source>{n} photos and clips are damaged in the backup and are missing.</source>
        <translation>{n} photos et vidéos sont abîmées dans la sauvegarde et manquent.</translation>
    </message>
    <message>
        <source>an unknown number lost</source>
        <translation>un nombre inconnu perdu</translation>
    </message>
    <message>
        <source>none lost</source>
        <translation>aucune perdue</translation>
    </message>
    <message>
        <source>{n} row lost</source>
        <translation>{n} ligne perdue</translation>
    </message>
    <message>
        <source>{n} rows lost</source>
        <translation>{n} lignes perdues</translation>
    </message>
    <message>
        <source>The damaged file is kept in {folder}.</source>
        <translation>Le fichier endommagé est gardé dans {folder}.</translation>
    </message>
    <message>
        <source>The file it replaced is kept in {folder}.</source>
        <translation>Le fichier remplacé est gardé dans {folder}.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Type a command or a section</source>
        <translation>Tapez une commande ou une rubrique</translation>
    </message>
    <message>
        <source>Find a command or section</source>
        <translation>Trouver une commande ou une rubrique</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Commandes trouvées</translation>
    </message>
    <message>
        <source>No command has this name.</source>
        <translation>Aucune commande ne porte ce nom.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>choisir</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>exécuter</translation>
    </message>
    <message>
        <source>commands only</source>
        <translation>commandes seules</translation>
    </message>
</context>
<context>
    <name>Person</name>
    <message>
        <source>Officer {number}</source>
        <translation>Agent {number}</translation>
    </message>
    <message>
        <source>Who works at this desk</source>
        <translation>Qui travaille à ce poste</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Pas encore connu</translation>
    </message>
    <message>
        <source>The record is being read</source>
        <translation>Lecture du registre</translation>
    </message>
    <message>
        <source>The record of this desk says who works here.</source>
        <translation>Le registre de ce poste dit qui y travaille.</translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>Not part of this version yet</source>
        <translation>Pas encore dans cette version</translation>
    </message>
</context>
<context>
    <name>Planner</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est affiché</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ÉTAT</translation>
    </message>
    <message>
        <source>GROUP</source>
        <translation>GROUPE</translation>
    </message>
    <message>
        <source>BEST FREE TIMES</source>
        <translation>MEILLEURS CRÉNEAUX LIBRES</translation>
    </message>
    <message>
        <source>Move “{title}”</source>
        <translation>Déplacer «&#x202f;&#x202f;{title}&#x202f;»</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Day, as 2026-05-14</source>
        <translation>Jour, comme 2026-05-14</translation>
    </message>
    <message>
        <source>Time, as 19:30</source>
        <translation>Heure, comme 19:30</translation>
    </message>
    <message>
        <source>A day and a time are needed.</source>
        <translation>Il faut un jour et une heure.</translation>
    </message>
    <message>
        <source>The clocks go forward then: it leaves {when}.</source>
        <translation>On passe alors à l’heure d’été&#x202f;: départ {when}.</translation>
    </message>
    <message>
        <source>That hour is there twice: the first is taken.</source>
        <translation>Cette heure existe deux fois&#x202f;: la première est prise.</translation>
    </message>
    <message>
        <source>That time has passed.</source>
        <translation>Cette heure est passée.</translation>
    </message>
    <message>
        <source>One of a series that has ended.</source>
        <translation>Fait partie d’une série terminée.</translation>
    </message>
    <message>
        <source>This one was changed on its own; the others were not.</source>
        <translation>Celui-ci a été changé seul&#x202f;; les autres ne l’ont pas été.</translation>
    </message>
    <message>
        <source>It has left: use it as a template for a new one.</source>
        <translation>Il est parti&#x202f;: servez-vous-en comme modèle d’un nouveau.</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Celui-ci seulement</translation>
    </message>
    <message>
        <source>This one and those that follow</source>
        <translation>Celui-ci et les suivants</translation>
    </message>
    <message>
        <source>Which of the series?</source>
        <translation>Lesquels de la série&#x202f;?</translation>
    </message>
    <message>
        <source>Those that follow were changed.</source>
        <translation>Les suivants ont été changés.</translation>
    </message>
    <message>
        <source>Repeat “{title}”</source>
        <translation>Répéter «&#x202f;&#x202f;{title}&#x202f;»</translation>
    </message>
    <message>
        <source>Begin the series</source>
        <translation>Commencer la série</translation>
    </message>
    <message>
        <source>Repeat it once it is put forward</source>
        <translation>La répéter une fois soumise</translation>
    </message>
    <message>
        <source>The series has begun.</source>
        <translation>La série a commencé.</translation>
    </message>
    <message>
        <source>In the name of {who}. {next}</source>
        <translation>Au nom de {who}. {next}</translation>
    </message>
    <message>
        <source>The series of “{title}”</source>
        <translation>La série de «&#x202f;{title}&#x202f;»</translation>
    </message>
    <message>
        <source>It was left out.</source>
        <translation>Il a été omis.</translation>
    </message>
    <message>
        <source>The series has ended.</source>
        <translation>La série est terminée.</translation>
    </message>
    <message>
        <source>From this one on</source>
        <translation>À partir de celui-ci</translation>
    </message>
    <message>
        <source>Change the series</source>
        <translation>Changer la série</translation>
    </message>
    <message>
        <source>{who} has left, in whose name it was: nothing more of it is made until somebody else changes it from one on.</source>
        <translation>{who}, au nom de qui elle était, est parti&#x202f;: rien de plus n’en est fait tant que quelqu’un d’autre ne la change pas à partir de l’un d’eux.</translation>
    </message>
    <message>
        <source>Repeat this post</source>
        <translation>Répéter cette publication</translation>
    </message>
    <message>
        <source>Repeat it</source>
        <translation>La répéter</translation>
    </message>
    <message>
        <source>Each is a draft of its own and asks for its own agreement: what nobody has agreed to when its time comes does not leave. The hour stays when the clocks change.</source>
        <translation>Chacun est un brouillon à part et demande son propre accord&#x202f;: ce que personne n’a approuvé à son heure ne part pas. L’heure reste la même quand l’heure change.</translation>
    </message>
    <message>
        <source>Its route asks nobody: each leaves by itself at its time. The hour stays when the clocks change.</source>
        <translation>Son circuit ne demande personne&#x202f;: chacun part de lui-même à son heure. L’heure reste la même quand l’heure change.</translation>
    </message>
    <message>
        <source>What has left stays, and so does what was changed on its own. Those that follow are made anew and ask anew.</source>
        <translation>Ce qui est parti reste, comme ce qui a été changé seul. Les suivants sont refaits et redemandent l’accord.</translation>
    </message>
    <message>
        <source>Leave this one out</source>
        <translation>Omettre celui-ci</translation>
    </message>
    <message>
        <source>Have those that follow be as this one is</source>
        <translation>Rendre les suivants pareils à celui-ci</translation>
    </message>
    <message>
        <source>Change how often, from this one on…</source>
        <translation>Changer la fréquence, à partir de celui-ci…</translation>
    </message>
    <message>
        <source>End it before {when}</source>
        <translation>L’arrêter avant {when}</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>À quel rythme</translation>
    </message>
    <message>
        <source>It would never come again.</source>
        <translation>Il ne reviendrait jamais.</translation>
    </message>
    <message>
        <source>Choose how often, and on which days.</source>
        <translation>Choisissez la fréquence et les jours.</translation>
    </message>
    <message>
        <source>Every how many days, weeks, months or years</source>
        <translation>Tous les combien de jours, semaines, mois ou ans</translation>
    </message>
    <message>
        <source>Until this day, as 2026-05-14; empty if it has no end</source>
        <translation>Jusqu’à ce jour, comme 2026-05-14&#x202f;; vide s’il n’y a pas de fin</translation>
    </message>
    <message>
        <source>Or so many times in all</source>
        <translation>Ou tant de fois en tout</translation>
    </message>
    <message>
        <source>Until when? A day is needed there, or nothing.</source>
        <translation>Jusqu’à quand&#x202f;? Il faut un jour, ou rien.</translation>
    </message>
    <message>
        <source>Either a last day or a number of times.</source>
        <translation>Soit un dernier jour, soit un nombre de fois.</translation>
    </message>
    <message>
        <source>By the week, on these weekdays</source>
        <translation>Par semaine, ces jours-ci</translation>
    </message>
    <message>
        <source>By the day</source>
        <translation>Par jour</translation>
    </message>
    <message>
        <source>By the month, on this date</source>
        <translation>Par mois, à cette date</translation>
    </message>
    <message>
        <source>By the month, on this weekday</source>
        <translation>Par mois, ce jour de la semaine</translation>
    </message>
    <message>
        <source>By the year, on this date</source>
        <translation>Par an, à cette date</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>{often}, until {day}</source>
        <translation>{often}, jusqu’au {day}</translation>
    </message>
    <message>
        <source>{often}, {n} times in all</source>
        <translation>{often}, {n} fois en tout</translation>
    </message>
    <message>
        <source>{often}, at {time} by the clocks of {zone}</source>
        <translation>{often}, à {time}, heure de {zone}</translation>
    </message>
    <message>
        <source>It does not come again.</source>
        <translation>Il ne revient plus.</translation>
    </message>
    <message>
        <source>Next: {days}.</source>
        <translation>Prochains&#x202f;: {days}.</translation>
    </message>
    <message>
        <source>{often}, once it is put forward. {next}</source>
        <translation>{often}, une fois soumise. {next}</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Tous les jours</translation>
    </message>
    <message>
        <source>Every {n} days</source>
        <translation>Tous les {n} jours</translation>
    </message>
    <message>
        <source>Every week on {days}</source>
        <translation>Chaque semaine&#x202f;: {days}</translation>
    </message>
    <message>
        <source>Every {n} weeks on {days}</source>
        <translation>Toutes les {n} semaines&#x202f;: {days}</translation>
    </message>
    <message>
        <source>Every month on {day}</source>
        <translation>Chaque mois, {day}</translation>
    </message>
    <message>
        <source>Every {n} months on {day}</source>
        <translation>Tous les {n} mois, {day}</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Chaque année</translation>
    </message>
    <message>
        <source>Every {n} years</source>
        <translation>Tous les {n} ans</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>les jours ouvrés</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>le dernier jour</translation>
    </message>
    <message>
        <source>day {n}</source>
        <translation>le {n}</translation>
    </message>
    <message>
        <source>the first {weekday}</source>
        <translation>le premier {weekday}</translation>
    </message>
    <message>
        <source>the second {weekday}</source>
        <translation>le deuxième {weekday}</translation>
    </message>
    <message>
        <source>the third {weekday}</source>
        <translation>le troisième {weekday}</translation>
    </message>
    <message>
        <source>the fourth {weekday}</source>
        <translation>le quatrième {weekday}</translation>
    </message>
    <message>
        <source>the last {weekday}</source>
        <translation>le dernier {weekday}</translation>
    </message>
    <message>
        <source>On the last day of the month</source>
        <translation>Le dernier jour du mois</translation>
    </message>
    <message>
        <source>Planner</source>
        <translation>Planning</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vue</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Bring in “{file}”</source>
        <translation>Importer «&#x202f;&#x202f;{file}&#x202f;»</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Day first: 14/05/2026</source>
        <translation>Le jour d’abord&#x202f;: 14/05/2026</translation>
    </message>
    <message>
        <source>Month first: 05/14/2026</source>
        <translation>Le mois d’abord&#x202f;: 05/14/2026</translation>
    </message>
    <message>
        <source>How days are written</source>
        <translation>Écriture des jours</translation>
    </message>
    <message>
        <source>Send all for approval</source>
        <translation>Tout envoyer en validation</translation>
    </message>
    <message>
        <source>Keep as my drafts</source>
        <translation>Garder comme brouillons</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{n} post can be read.</source>
        <translation>{n} publication lisible.</translation>
    </message>
    <message>
        <source>{n} posts can be read.</source>
        <translation>{n} publications lisibles.</translation>
    </message>
    <message>
        <source>{n} line has to be mended in the file first;</source>
        <translation>{n} ligne est à corriger d’abord dans le fichier&#x202f;;</translation>
    </message>
    <message>
        <source>{n} lines have to be mended in the file first;</source>
        <translation>{n} lignes sont à corriger d’abord dans le fichier&#x202f;;</translation>
    </message>
    <message>
        <source>nothing is taken over before all of it is right.</source>
        <translation>rien n’est repris tant que tout n’est pas juste.</translation>
    </message>
    <message>
        <source>Say how its days are written.</source>
        <translation>Dites comment ses jours sont écrits.</translation>
    </message>
    <message>
        <source>It is not UTF-8: look whether its accents are right.</source>
        <translation>Ce n’est pas de l’UTF-8&#x202f;: vérifiez ses accents.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>Départ</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Too long for {network}.</source>
        <translation>Trop long pour {network}.</translation>
    </message>
    <message>
        <source>{n} profile</source>
        <translation>{n} profil</translation>
    </message>
    <message>
        <source>{n} profiles</source>
        <translation>{n} profils</translation>
    </message>
    <message>
        <source>The clocks go forward then: it was moved.</source>
        <translation>On passe alors à l’heure d’été&#x202f;: elle a été décalée.</translation>
    </message>
    <message>
        <source>“{what}” is no day and time.</source>
        <translation>«&#x202f;&#x202f;{what}&#x202f;» n’est ni un jour ni une heure.</translation>
    </message>
    <message>
        <source>{what} has passed.</source>
        <translation>{what} est passé.</translation>
    </message>
    <message>
        <source>{what} is more than a year ahead.</source>
        <translation>{what} est à plus d’un an.</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>Il n’y a pas de texte.</translation>
    </message>
    <message>
        <source>No profile is called “{what}”.</source>
        <translation>Aucun profil ne s’appelle «&#x202f;&#x202f;{what}&#x202f;».</translation>
    </message>
    <message>
        <source>It names no profile: choose a group in the planner, or name profiles.</source>
        <translation>Elle ne nomme aucun profil&#x202f;: choisissez un groupe dans le planning, ou nommez des profils.</translation>
    </message>
    <message>
        <source>“{what}” is no address.</source>
        <translation>«&#x202f;&#x202f;{what}&#x202f;» n’est pas une adresse.</translation>
    </message>
    <message>
        <source>The same as line {what}.</source>
        <translation>Identique à la ligne {what}.</translation>
    </message>
    <message>
        <source>Too many columns: a text with a comma needs quotation marks (“{what}”).</source>
        <translation>Trop de colonnes&#x202f;: un texte avec une virgule demande des guillemets («&#x202f;&#x202f;{what}&#x202f;»).</translation>
    </message>
    <message>
        <source>{state} · {when} · {profiles}</source>
        <translation>{state} · {when} · {profiles}</translation>
    </message>
    <message>
        <source>The chosen post</source>
        <translation>La publication choisie</translation>
    </message>
    <message>
        <source>Choose a post to see what it says and what can be done with it.</source>
        <translation>Choisissez une publication pour voir ce qu’elle dit et ce que l’on peut en faire.</translation>
    </message>
    <message>
        <source>TRAIL</source>
        <translation>PARCOURS</translation>
    </message>
    <message>
        <source>Series…</source>
        <translation>Série…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Déplacer vers…</translation>
    </message>
    <message>
        <source>Each profile</source>
        <translation>Chaque profil</translation>
    </message>
    <message>
        <source>Use as a template</source>
        <translation>Prendre pour modèle</translation>
    </message>
    <message>
        <source>Repeat…</source>
        <translation>Répéter…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Will not leave {when} while publishing is held. If its time passes meanwhile, a person has to confirm it; nothing goes out late by itself.</source>
        <translation>Ne partira pas {when} tant que la publication est suspendue. Si son heure passe entre-temps, une personne doit la confirmer&#x202f;; rien ne part en retard tout seul.</translation>
    </message>
    <message>
        <source>Something of it needs a person: see each profile.</source>
        <translation>Une partie demande une personne&#x202f;: voir chaque profil.</translation>
    </message>
    <message>
        <source>Leaves only once everybody on its route has agreed.</source>
        <translation>Ne part qu’une fois validée par tous ceux de son circuit.</translation>
    </message>
    <message>
        <source>Only on this workstation: nobody else sees it yet.</source>
        <translation>Sur ce poste seulement&#x202f;: personne d’autre ne la voit encore.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>État</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} de plus</translation>
    </message>
    <message>
        <source>An answer has to leave by {when}: the network says so.</source>
        <translation>Une réponse doit partir avant {when}&#x202f;: le réseau l’exige.</translation>
    </message>
    <message>
        <source>It has left, or is leaving.</source>
        <translation>Elle est partie, ou en train de partir.</translation>
    </message>
    <message>
        <source>Not possible: {why}</source>
        <translation>Impossible&#x202f;: {why}</translation>
    </message>
    <message>
        <source>Move an approved post?</source>
        <translation>Déplacer une publication validée&#x202f;?</translation>
    </message>
    <message>
        <source>“{title}” would leave {when}. Everybody who agreed has to agree again.</source>
        <translation>«&#x202f;&#x202f;{title}&#x202f;» partirait {when}. Tous ceux qui ont validé devront le refaire.</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>La déplacer</translation>
    </message>
    <message>
        <source>Bring in a table</source>
        <translation>Importer un tableau</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>Tableaux (*.csv *.txt *.tsv);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Export the plan</source>
        <translation>Exporter le planning</translation>
    </message>
    <message>
        <source>Calendar (*.ics);;Table (*.csv)</source>
        <translation>Calendrier (*.ics);;Tableau (*.csv)</translation>
    </message>
    <message>
        <source>{n} post was exported.</source>
        <translation>{n} publication exportée.</translation>
    </message>
    <message>
        <source>{n} posts were exported.</source>
        <translation>{n} publications exportées.</translation>
    </message>
    <message>
        <source>Nothing of it is recorded.</source>
        <translation>Rien n’en est au registre.</translation>
    </message>
    <message>
        <source>{n} post was added to the plan.</source>
        <translation>{n} publication ajoutée au planning.</translation>
    </message>
    <message>
        <source>{n} posts were added to the plan.</source>
        <translation>{n} publications ajoutées au planning.</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>En attente de validation</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Planifiée</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Suspendue</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>No draft yet: it becomes one five weeks before it leaves.</source>
        <translation>Pas encore un brouillon&#x202f;: il le devient cinq semaines avant de partir.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Answer to {name}</source>
        <translation>Réponse à {name}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>{n} of {all} failed</source>
        <translation>{n} sur {all} en échec</translation>
    </message>
    <message>
        <source>too late since {when}</source>
        <translation>trop tard depuis {when}</translation>
    </message>
    <message>
        <source>answer by {when}</source>
        <translation>répondre avant {when}</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>trop tard</translation>
    </message>
    <message>
        <source>by {when}</source>
        <translation>avant {when}</translation>
    </message>
    <message>
        <source>one of a series</source>
        <translation>fait partie d’une série</translation>
    </message>
    <message>
        <source>Week {n} · {days}</source>
        <translation>Semaine {n} · {days}</translation>
    </message>
    <message>
        <source>{n} min from “{title}” on {count} of its profiles.</source>
        <translation>À {n}&#x202f;min de «&#x202f;&#x202f;{title}&#x202f;» sur {count} de ses profils.</translation>
    </message>
    <message>
        <source>Says the same as “{title}” on {count} of its profiles.</source>
        <translation>Dit la même chose que «&#x202f;&#x202f;{title}&#x202f;» sur {count} de ses profils.</translation>
    </message>
    <message>
        <source>Says nearly the same as “{title}” on {count} of its profiles.</source>
        <translation>Dit presque la même chose que «&#x202f;&#x202f;{title}&#x202f;» sur {count} de ses profils.</translation>
    </message>
    <message>
        <source>The post was put forward, but does not repeat</source>
        <translation>La publication a été soumise, mais ne se répète pas</translation>
    </message>
    <message>
        <source>Those that follow stay: the series names other days.</source>
        <translation>Les suivants restent&#x202f;: la série désigne d’autres jours.</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>Rate budgets</source>
        <translation>Budgets de lecture</translation>
    </message>
    <message>
        <source>The network has not told anything yet.</source>
        <translation>Le réseau n’a encore rien indiqué.</translation>
    </message>
    <message>
        <source>tightest of {n} profile</source>
        <translation>le plus juste sur {n} profil</translation>
    </message>
    <message>
        <source>tightest of {n} profiles</source>
        <translation>le plus juste sur {n} profils</translation>
    </message>
    <message>
        <source>{left} of {limit}</source>
        <translation>{left} sur {limit}</translation>
    </message>
    <message>
        <source>{told}, whole at {time}</source>
        <translation>{told}, rétabli à {time}</translation>
    </message>
    <message>
        <source>Prices: {prices}</source>
        <translation>Prix&#x202f;: {prices}</translation>
    </message>
    <message>
        <source>Read today for {today}, this month for {month}</source>
        <translation>Lu aujourd’hui pour {today}, ce mois pour {month}</translation>
    </message>
    <message>
        <source>Source: {source}, {date}</source>
        <translation>Source&#x202f;: {source}, {date}</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Reconnecter</translation>
    </message>
    <message>
        <source>Connect this profile again</source>
        <translation>Reconnecter ce profil</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Reads left</source>
        <translation>Lectures restantes</translation>
    </message>
    <message>
        <source>Gaps of the last 24 hours</source>
        <translation>Lacunes des dernières 24 heures</translation>
    </message>
    <message>
        <source>Profile {name}</source>
        <translation>Profil {name}</translation>
    </message>
    <message>
        <source>Close the pane</source>
        <translation>Fermer le volet</translation>
    </message>
    <message>
        <source>Open as column</source>
        <translation>Ouvrir en colonne</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Remove this profile</source>
        <translation>Retirer ce profil</translation>
    </message>
    <message>
        <source>Locked {by}.</source>
        <translation>Verrouillé {by}.</translation>
    </message>
    <message>
        <source>this computer’s keychain</source>
        <translation>le trousseau de cet ordinateur</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>the keychain is closed</source>
        <translation>le trousseau est fermé</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Expire</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Gardé dans</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Last post</source>
        <translation>Dernière publication</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>Dernière lecture</translation>
    </message>
    <message>
        <source>{left} of {limit}, whole at {time}</source>
        <translation>{left} sur {limit}, rétabli à {time}</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>comblée</translation>
    </message>
    <message>
        <source>the network does not give it any more</source>
        <translation>le réseau ne la donne plus</translation>
    </message>
    <message>
        <source>still growing</source>
        <translation>grandit encore</translation>
    </message>
    <message>
        <source>being filled</source>
        <translation>en train d’être comblée</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>Health of every account the force answers for</source>
        <translation>Santé de chaque compte dont la police répond</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Santé</translation>
    </message>
    <message>
        <source>Officers and rights</source>
        <translation>Agents et droits</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vue</translation>
    </message>
    <message>
        <source>Check all now</source>
        <translation>Tout vérifier</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Add profile</source>
        <translation>Ajouter un profil</translation>
    </message>
    <message>
        <source>Find a profile or group</source>
        <translation>Trouver un profil ou un groupe</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>Needs attention first</source>
        <translation>À traiter d’abord</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>No profile is connected yet. “Add profile” signs in one or several; “Import…” takes hundreds from a file.</source>
        <translation>Aucun profil n’est encore connecté. «&#x202f;&#x202f;Ajouter un profil&#x202f;» en connecte un ou plusieurs&#x202f;; «&#x202f;&#x202f;Importer…&#x202f;» en prend des centaines dans un fichier.</translation>
    </message>
    <message>
        <source>Who may do what on which account, and why</source>
        <translation>Qui peut faire quoi sur quel compte, et pourquoi</translation>
    </message>
    <message>
        <source>What each network still allows to be read</source>
        <translation>Ce que chaque réseau permet encore de lire</translation>
    </message>
    <message>
        <source>{n} row</source>
        <translation>{n} ligne</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} lignes</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Access ends</source>
        <translation>Fin d’accès</translation>
    </message>
    <message>
        <source>Gaps, 24 h</source>
        <translation>Lacunes, 24 h</translation>
    </message>
    <message>
        <source>profiles</source>
        <translation>profils</translation>
    </message>
    <message>
        <source>{n} profiles</source>
        <translation>{n} profils</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>en bonne santé</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>coupé</translation>
    </message>
    <message>
        <source>need care soon</source>
        <translation>à soigner bientôt</translation>
    </message>
    <message>
        <source>silent over 30 days</source>
        <translation>muets depuis 30 jours</translation>
    </message>
    <message>
        <source>Table of profiles</source>
        <translation>Tableau des profils</translation>
    </message>
    <message>
        <source>The engine is starting. Try again in a moment.</source>
        <translation>Le moteur démarre. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>All profiles are being checked.</source>
        <translation>Tous les profils sont en cours de vérification.</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Retirer {name}&#x202f;?</translation>
    </message>
    <message>
        <source>It is not read any more, and its sign-in is taken out of the keychain. Posts that were read stay, and nothing changes on the network.</source>
        <translation>Il n’est plus lu, et sa connexion est retirée du trousseau. Les publications lues restent, et rien ne change sur le réseau.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Connected: {n}</source>
        <translation>Connectés&#x202f;: {n}</translation>
    </message>
    <message>
        <source>Profiles by group</source>
        <translation>Profils par groupe</translation>
    </message>
    <message>
        <source>Without a group</source>
        <translation>Sans groupe</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} sur {all}</translation>
    </message>
    <message>
        <source>{n} s ago</source>
        <translation>il y a {n} s</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>il y a {n} min</translation>
    </message>
    <message>
        <source>{n} h ago</source>
        <translation>il y a {n} h</translation>
    </message>
    <message>
        <source>{n} day ago</source>
        <translation>il y a {n} jour</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>il y a {n} jours</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>Last read {ago}</source>
        <translation>Dernière lecture&#x202f;: {ago}</translation>
    </message>
    <message>
        <source>each source every {time}</source>
        <translation>chaque source toutes les {time}</translation>
    </message>
    <message>
        <source>each source every {quickest} to {slowest}</source>
        <translation>chaque source toutes les {quickest} à {slowest}</translation>
    </message>
    <message>
        <source>{n} source is sent by the network itself</source>
        <translation>{n} source est envoyée par le réseau lui-même</translation>
    </message>
    <message>
        <source>{n} sources are sent by the network itself</source>
        <translation>{n} sources sont envoyées par le réseau lui-même</translation>
    </message>
    <message>
        <source>locked, misuse?</source>
        <translation>verrouillé, abus&#x202f;?</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>expiré</translation>
    </message>
    <message>
        <source>keychain closed</source>
        <translation>trousseau fermé</translation>
    </message>
    <message>
        <source>no end known</source>
        <translation>sans fin connue</translation>
    </message>
    <message>
        <source>{n} day</source>
        <translation>{n} jour</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} jours</translation>
    </message>
    <message>
        <source>care soon</source>
        <translation>à soigner bientôt</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>muet</translation>
    </message>
    <message>
        <source>Nobody has signed in for this profile on this computer.</source>
        <translation>Personne ne s’est connecté pour ce profil sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The network no longer accepts the sign-in.</source>
        <translation>Le réseau n’accepte plus la connexion.</translation>
    </message>
    <message>
        <source>The network does not let this profile read everything.</source>
        <translation>Le réseau ne laisse pas ce profil tout lire.</translation>
    </message>
    <message>
        <source>The sign-in ends in {time}.</source>
        <translation>La connexion expire dans {time}.</translation>
    </message>
    <message>
        <source>Only {share} of its reads are left.</source>
        <translation>Il ne lui reste que {share} de ses lectures.</translation>
    </message>
    <message>
        <source>It has published nothing for over 30 days.</source>
        <translation>Il n’a rien publié depuis plus de 30 jours.</translation>
    </message>
    <message>
        <source>Locked: somebody suspects misuse.</source>
        <translation>Verrouillé&#x202f;: quelqu’un soupçonne un abus.</translation>
    </message>
    <message>
        <source>Connect it again.</source>
        <translation>Reconnectez-le.</translation>
    </message>
    <message>
        <source>Connect it again and allow everything that is asked.</source>
        <translation>Reconnectez-le et autorisez tout ce qui est demandé.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Un nouvel essai se fait tout seul.</translation>
    </message>
    <message>
        <source>Nothing is written through it until somebody who may release it unlocks it.</source>
        <translation>Rien n’est écrit par ce profil tant qu’une personne habilitée à relancer ne l’a pas déverrouillé.</translation>
    </message>
    <message>
        <source>Reading slows down by itself until it is whole again.</source>
        <translation>La lecture ralentit d’elle-même jusqu’à ce qu’il soit rétabli.</translation>
    </message>
    <message>
        <source>The network does not answer.</source>
        <translation>Le réseau ne répond pas.</translation>
    </message>
    <message>
        <source>The network allows no more reads for now.</source>
        <translation>Le réseau ne permet plus de lectures pour l’instant.</translation>
    </message>
    <message>
        <source>The network does not know something a stream asks for.</source>
        <translation>Le réseau ne connaît pas ce qu’un flux demande.</translation>
    </message>
    <message>
        <source>The network sent something that cannot be read.</source>
        <translation>Le réseau a envoyé quelque chose d’illisible.</translation>
    </message>
    <message>
        <source>{n} sign-in ends within 7 days</source>
        <translation>{n} connexion expire dans les 7 jours</translation>
    </message>
    <message>
        <source>{n} sign-ins end within 7 days</source>
        <translation>{n} connexions expirent dans les 7 jours</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Quick</name>
    <message>
        <source>It is on its way</source>
        <translation>C’est en route</translation>
    </message>
    <message>
        <source>It is done at once, and stays in the record.</source>
        <translation>C’est fait tout de suite, et reste dans le registre.</translation>
    </message>
    <message>
        <source>Somebody else has to agree first.</source>
        <translation>Quelqu’un d’autre doit d’abord donner son accord.</translation>
    </message>
    <message>
        <source>As which profile</source>
        <translation>En tant que quel profil</translation>
    </message>
    <message>
        <source>Repost this?</source>
        <translation>Repartager&#x202f;?</translation>
    </message>
    <message>
        <source>Like this?</source>
        <translation>Aimer&#x202f;?</translation>
    </message>
    <message>
        <source>Hide this on the network?</source>
        <translation>Masquer ceci sur le réseau&#x202f;?</translation>
    </message>
    <message>
        <source>Show this again on the network?</source>
        <translation>Réafficher ceci sur le réseau&#x202f;?</translation>
    </message>
    <message>
        <source>Delete this post of ours?</source>
        <translation>Supprimer cette publication&#x202f;?</translation>
    </message>
    <message>
        <source>Repost</source>
        <translation>Repartager</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Aimer</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Réafficher</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>It was not put forward</source>
        <translation>Ce n’a pas été soumis</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Shown now</source>
        <translation>Affiché</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Rubriques</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>The text is as large as it gets.</source>
        <translation>Le texte est à sa taille maximale.</translation>
    </message>
    <message>
        <source>The text is as small as it gets.</source>
        <translation>Le texte est à sa taille minimale.</translation>
    </message>
    <message>
        <source>There is nothing to filter on this page.</source>
        <translation>Il n’y a rien à filtrer sur cette page.</translation>
    </message>
    <message>
        <source>There is no other board.</source>
        <translation>Il n’y a pas d’autre tableau.</translation>
    </message>
    <message>
        <source>Not possible yet: the record has not been read.</source>
        <translation>Pas encore possible&#xa0;: le registre n’a pas été lu.</translation>
    </message>
    <message>
        <source>Nothing that can be undone was done in the last ten seconds.</source>
        <translation>Rien d’annulable n’a été fait dans les dix dernières secondes.</translation>
    </message>
    <message>
        <source>Not possible yet: this version keeps no cases.</source>
        <translation>Pas encore possible&#x202f;: cette version ne tient pas de dossiers.</translation>
    </message>
    <message>
        <source>Not possible yet: this version translates nothing.</source>
        <translation>Pas encore possible&#x202f;: cette version ne traduit rien.</translation>
    </message>
    <message>
        <source>Not possible yet: no saved posts are open.</source>
        <translation>Pas encore possible&#x202f;: aucune publication enregistrée n’est ouverte.</translation>
    </message>
    <message>
        <source>Not possible yet: there is no board.</source>
        <translation>Pas encore possible&#x202f;: il n’y a pas de tableau.</translation>
    </message>
    <message>
        <source>Not possible yet: this board has no column.</source>
        <translation>Pas encore possible&#x202f;: ce tableau n’a pas de colonne.</translation>
    </message>
    <message>
        <source>Nothing is missing here that could be filled.</source>
        <translation>Il ne manque rien ici qui puisse être comblé.</translation>
    </message>
    <message>
        <source>The team’s station fills gaps by itself.</source>
        <translation>La station de l’équipe comble les manques d’elle-même.</translation>
    </message>
    <message>
        <source>There is no other column at the right.</source>
        <translation>Il n’y a pas d’autre colonne à droite.</translation>
    </message>
    <message>
        <source>There is no other column at the left.</source>
        <translation>Il n’y a pas d’autre colonne à gauche.</translation>
    </message>
    <message>
        <source>Nothing was closed since the desk was opened.</source>
        <translation>Rien n’a été fermé depuis l’ouverture du poste.</translation>
    </message>
    <message>
        <source>Possible only while the board is shown.</source>
        <translation>Possible seulement quand le tableau est affiché.</translation>
    </message>
    <message>
        <source>The databases are not open.</source>
        <translation>Les bases de données ne sont pas ouvertes.</translation>
    </message>
    <message>
        <source>It is confirmed; a new one is made in Settings.</source>
        <translation>Elle est confirmée&#x202f;; une nouvelle se crée dans les Réglages.</translation>
    </message>
    <message>
        <source>Possible only while Review is shown.</source>
        <translation>Possible seulement quand les Archives sont affichées.</translation>
    </message>
    <message>
        <source>Possible only while posts are shown.</source>
        <translation>Possible seulement quand des publications sont affichées.</translation>
    </message>
    <message>
        <source>The exercise is frozen already.</source>
        <translation>L’exercice est déjà figé.</translation>
    </message>
    <message>
        <source>The exercise is not frozen.</source>
        <translation>L’exercice n’est pas figé.</translation>
    </message>
    <message>
        <source>Choose a post first.</source>
        <translation>Choisissez d’abord une publication.</translation>
    </message>
    <message>
        <source>This post is not there any more.</source>
        <translation>Cette publication n’existe plus.</translation>
    </message>
    <message>
        <source>The network does not offer this, or not from here.</source>
        <translation>Le réseau ne l’offre pas, ou pas depuis ce poste.</translation>
    </message>
    <message>
        <source>Too late: the network allows this for a while after publishing only.</source>
        <translation>Trop tard&#x202f;: le réseau ne le permet que quelque temps après la publication.</translation>
    </message>
    <message>
        <source>You have no right to this on the network’s profiles.</source>
        <translation>Vous n’en avez pas le droit sur les profils de ce réseau.</translation>
    </message>
    <message>
        <source>Possible only for a post of ours.</source>
        <translation>Possible seulement pour une publication à nous.</translation>
    </message>
    <message>
        <source>This post is ours.</source>
        <translation>Cette publication est la nôtre.</translation>
    </message>
    <message>
        <source>None of your roles has the right to hold publishing.</source>
        <translation>Aucun de vos rôles n’a le droit de suspendre la publication.</translation>
    </message>
    <message>
        <source>A supervisor releases publishing.</source>
        <translation>Un superviseur reprend la publication.</translation>
    </message>
    <message>
        <source>Publishing is not held.</source>
        <translation>La publication n’est pas suspendue.</translation>
    </message>
    <message>
        <source>A supervisor or a commander opens and closes incidents.</source>
        <translation>Un superviseur ou un commandant ouvre et clôt les incidents.</translation>
    </message>
    <message>
        <source>No incident is open.</source>
        <translation>Aucun incident n’est ouvert.</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Entry above</source>
        <translation>Entrée au-dessus</translation>
    </message>
    <message>
        <source>Entry below</source>
        <translation>Entrée au-dessous</translation>
    </message>
    <message>
        <source>Close the pane</source>
        <translation>Fermer le volet</translation>
    </message>
    <message>
        <source>Copy the entry</source>
        <translation>Copier l’entrée</translation>
    </message>
    <message>
        <source>Copy the entry as it is chained, as JSON</source>
        <translation>Copier l’entrée telle qu’elle est chaînée, en JSON</translation>
    </message>
    <message>
        <source>What its body says</source>
        <translation>Ce que dit son contenu</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>{n} entry about this</source>
        <translation>{n} entrée à ce sujet</translation>
    </message>
    <message>
        <source>{n} entries about this</source>
        <translation>{n} entrées à ce sujet</translation>
    </message>
    <message>
        <source>List only these</source>
        <translation>Ne lister que celles-ci</translation>
    </message>
    <message>
        <source>List only the entries about this</source>
        <translation>Ne lister que les entrées à ce sujet</translation>
    </message>
    <message>
        <source>Entries of the record, the newest first</source>
        <translation>Entrées du registre, la plus récente d’abord</translation>
    </message>
    <message>
        <source>local time</source>
        <translation>heure locale</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>Heure UTC</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Au sujet de</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Point de contrôle</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Before it</source>
        <translation>De la précédente</translation>
    </message>
    <message>
        <source>Its body</source>
        <translation>De son contenu</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Not covered by a checkpoint yet.</source>
        <translation>Pas encore couverte par un point de contrôle.</translation>
    </message>
    <message>
        <source>Covered by the one over {n} entries, signed {time}, key {key}…</source>
        <translation>Couverte par celui sur {n} entrées, signé le {time}, clé {key}…</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>Find in the record   ( / )</source>
        <translation>Chercher dans le registre   ( / )</translation>
    </message>
    <message>
        <source>Find in the record</source>
        <translation>Chercher dans le registre</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Effacer tous les filtres</translation>
    </message>
    <message>
        <source>About whom or what?</source>
        <translation>Au sujet de qui ou de quoi&#x202f;?</translation>
    </message>
    <message>
        <source>Who decided?</source>
        <translation>Qui a décidé&#x202f;?</translation>
    </message>
    <message>
        <source>What kind of decision?</source>
        <translation>Quel genre de décision&#x202f;?</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>À tout moment</translation>
    </message>
    <message>
        <source>From when to when…</source>
        <translation>De quand à quand…</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Record begun</source>
        <translation>Registre commencé</translation>
    </message>
    <message>
        <source>Record moved</source>
        <translation>Registre déplacé</translation>
    </message>
    <message>
        <source>Role defined</source>
        <translation>Rôle défini</translation>
    </message>
    <message>
        <source>Officer added</source>
        <translation>Agent ajouté</translation>
    </message>
    <message>
        <source>Officer renamed</source>
        <translation>Agent renommé</translation>
    </message>
    <message>
        <source>Officer left</source>
        <translation>Agent parti</translation>
    </message>
    <message>
        <source>Role given</source>
        <translation>Rôle donné</translation>
    </message>
    <message>
        <source>Role taken back</source>
        <translation>Rôle retiré</translation>
    </message>
    <message>
        <source>Cover given</source>
        <translation>Remplacement donné</translation>
    </message>
    <message>
        <source>Cover ended</source>
        <translation>Remplacement terminé</translation>
    </message>
    <message>
        <source>Group placed</source>
        <translation>Groupe placé</translation>
    </message>
    <message>
        <source>Profile placed</source>
        <translation>Profil placé</translation>
    </message>
    <message>
        <source>Profile locked</source>
        <translation>Profil verrouillé</translation>
    </message>
    <message>
        <source>Lock explained</source>
        <translation>Verrouillage expliqué</translation>
    </message>
    <message>
        <source>Profile unlocked</source>
        <translation>Profil déverrouillé</translation>
    </message>
    <message>
        <source>Conversation assigned</source>
        <translation>Conversation attribuée</translation>
    </message>
    <message>
        <source>Note left</source>
        <translation>Note laissée</translation>
    </message>
    <message>
        <source>Note rewritten</source>
        <translation>Note réécrite</translation>
    </message>
    <message>
        <source>Answer taken over</source>
        <translation>Réponse reprise</translation>
    </message>
    <message>
        <source>Board shared</source>
        <translation>Tableau partagé</translation>
    </message>
    <message>
        <source>Board shared no longer</source>
        <translation>Tableau qui n’est plus partagé</translation>
    </message>
    <message>
        <source>Checkpoint signed</source>
        <translation>Point de contrôle signé</translation>
    </message>
    <message>
        <source>Body erased</source>
        <translation>Contenu effacé</translation>
    </message>
    <message>
        <source>Record exported</source>
        <translation>Registre exporté</translation>
    </message>
    <message>
        <source>Station on duty</source>
        <translation>Station en service</translation>
    </message>
    <message>
        <source>What a station checks with</source>
        <translation>Moyens de vérification d’une station</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Answers being written</source>
        <translation>Réponses en cours</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Points de contrôle</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportations</translation>
    </message>
    <message>
        <source>Entries themselves</source>
        <translation>Les entrées elles-mêmes</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>The record itself</source>
        <translation>Le registre lui-même</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Donnés</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>Placé dans</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entrées</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Racine</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Chosen by</source>
        <translation>Choisies par</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>Key of the case lists</source>
        <translation>Clé des listes protégées</translation>
    </message>
    <message>
        <source>Own sites</source>
        <translation>Sites propres</translation>
    </message>
    <message>
        <source>table (CSV)</source>
        <translation>tableau (CSV)</translation>
    </message>
    <message>
        <source>data (JSON)</source>
        <translation>données (JSON)</translation>
    </message>
    <message>
        <source>signed package</source>
        <translation>paquet signé</translation>
    </message>
    <message>
        <source>the record had not been begun</source>
        <translation>le registre n’avait pas été commencé</translation>
    </message>
    <message>
        <source>the record had been begun before</source>
        <translation>le registre avait déjà été commencé</translation>
    </message>
    <message>
        <source>who decided it was no officer then</source>
        <translation>qui l’a décidé n’était pas agent alors</translation>
    </message>
    <message>
        <source>who decided it had no right to it</source>
        <translation>qui l’a décidé n’en avait pas le droit</translation>
    </message>
    <message>
        <source>nobody gives rights to themselves</source>
        <translation>nul ne se donne des droits</translation>
    </message>
    <message>
        <source>there was no such officer</source>
        <translation>cet agent n’existait pas</translation>
    </message>
    <message>
        <source>there was no such role</source>
        <translation>ce rôle n’existait pas</translation>
    </message>
    <message>
        <source>there was no such group or profile</source>
        <translation>ce groupe ou profil n’existait pas</translation>
    </message>
    <message>
        <source>there is no such right</source>
        <translation>ce droit n’existe pas</translation>
    </message>
    <message>
        <source>it was so already</source>
        <translation>c’était déjà le cas</translation>
    </message>
    <message>
        <source>there was nothing to end</source>
        <translation>il n’y avait rien à terminer</translation>
    </message>
    <message>
        <source>nobody would have managed the force</source>
        <translation>plus personne n’aurait géré la force</translation>
    </message>
    <message>
        <source>every place on the profile was taken</source>
        <translation>toutes les places du profil étaient prises</translation>
    </message>
    <message>
        <source>its end had passed already</source>
        <translation>sa fin était déjà passée</translation>
    </message>
    <message>
        <source>a group would have stood in itself</source>
        <translation>un groupe se serait trouvé dans lui-même</translation>
    </message>
    <message>
        <source>it is not written as it should be</source>
        <translation>elle n’est pas écrite comme il faut</translation>
    </message>
    <message>
        <source>Show {n} new entry, full stop</source>
        <translation>Afficher {n} nouvelle entrée, point</translation>
    </message>
    <message>
        <source>Show {n} new entries, full stop</source>
        <translation>Afficher {n} nouvelles entrées, point</translation>
    </message>
    <message>
        <source>Show new entries  ·  .</source>
        <translation>Afficher les nouvelles entrées  ·  .</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Ce qui a été décidé</translation>
    </message>
    <message>
        <source>The login {name}</source>
        <translation>Le compte {name}</translation>
    </message>
    <message>
        <source>a board</source>
        <translation>un tableau</translation>
    </message>
    <message>
        <source>a private message</source>
        <translation>un message privé</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«&#x202f;&#x202f;{words}&#x202f;»</translation>
    </message>
    <message>
        <source>the draft {id}</source>
        <translation>le brouillon {id}</translation>
    </message>
    <message>
        <source>entry {n}</source>
        <translation>entrée {n}</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>parti</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>Without effect</source>
        <translation>Sans effet</translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation>La dernière heure</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>Les 24 dernières heures</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Les 7 derniers jours</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Les 30 derniers jours</translation>
    </message>
    <message>
        <source>The last 365 days</source>
        <translation>Les 365 derniers jours</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>depuis le {time}</translation>
    </message>
    <message>
        <source>before {time}</source>
        <translation>avant le {time}</translation>
    </message>
    <message>
        <source>An export is already running.</source>
        <translation>Une exportation est déjà en cours.</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>Exporter le registre</translation>
    </message>
    <message>
        <source>Exporting: {done} of {total} entries looked at</source>
        <translation>Exportation&#x202f;: {done} entrées sur {total} parcourues</translation>
    </message>
    <message>
        <source>The export was stopped; no file was left.</source>
        <translation>L’exportation a été arrêtée&#x202f;; aucun fichier n’est resté.</translation>
    </message>
    <message>
        <source>The record as a table (CSV)</source>
        <translation>Le registre en tableau (CSV)</translation>
    </message>
    <message>
        <source>The record as data for programs (JSON)</source>
        <translation>Le registre en données pour programmes (JSON)</translation>
    </message>
    <message>
        <source>What is listed as a table (CSV)</source>
        <translation>Ce qui est listé, en tableau (CSV)</translation>
    </message>
    <message>
        <source>What is listed as data for programs (JSON)</source>
        <translation>Ce qui est listé, en données pour programmes (JSON)</translation>
    </message>
    <message>
        <source>The whole record as a signed package (ZIP)</source>
        <translation>Tout le registre en paquet signé (ZIP)</translation>
    </message>
    <message>
        <source>{n} entry</source>
        <translation>{n} entrée</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} entrées</translation>
    </message>
    <message>
        <source>Exported: {entries}, {size}, {name}. SHA-256 {sum}</source>
        <translation>Exporté&#x202f;: {entries}, {size}, {name}. SHA-256 {sum}</translation>
    </message>
    <message>
        <source>The record is being read.</source>
        <translation>Le registre est en cours de lecture.</translation>
    </message>
    <message>
        <source>Every decision in its order; none is ever taken out</source>
        <translation>Chaque décision dans son ordre&#x202f;; aucune n’est jamais retirée</translation>
    </message>
    <message>
        <source>Verify the record</source>
        <translation>Vérifier le registre</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>{entries} so far, looked back to entry {n}</source>
        <translation>{entries} jusqu’ici, remonté à l’entrée {n}</translation>
    </message>
    <message>
        <source>The record has no entry yet.</source>
        <translation>Le registre n’a pas encore d’entrée.</translation>
    </message>
    <message>
        <source>No entry fits these filters.</source>
        <translation>Aucune entrée ne répond à ces filtres.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Without this filter</source>
        <translation>Sans ce filtre</translation>
    </message>
    <message>
        <source>Entry {n} is missing.</source>
        <translation>L’entrée {n} manque.</translation>
    </message>
    <message>
        <source>Entry {n} cannot be read: it is not written as entries are.</source>
        <translation>L’entrée {n} est illisible&#x202f;: elle n’est pas écrite comme le sont les entrées.</translation>
    </message>
    <message>
        <source>{officer} began this record.</source>
        <translation>{officer} a commencé ce registre.</translation>
    </message>
    <message>
        <source>{who} moved the record to {place}, where it goes on.</source>
        <translation>{who} a déplacé le registre vers {place}, où il se poursuit.</translation>
    </message>
    <message>
        <source>{who} set what the role {role} may do: {rights}.</source>
        <translation>{who} a fixé ce que permet le rôle {role}&#x202f;: {rights}.</translation>
    </message>
    <message>
        <source>{who} took every right from the role {role}.</source>
        <translation>{who} a retiré tout droit au rôle {role}.</translation>
    </message>
    <message>
        <source>{who} added {officer} to the officers.</source>
        <translation>{who} a ajouté {officer} aux agents.</translation>
    </message>
    <message>
        <source>{who} changed the name of officer {number} to {name}.</source>
        <translation>{who} a changé le nom de l’agent {number} en {name}.</translation>
    </message>
    <message>
        <source>{who} cut off {officer}, who left.</source>
        <translation>{who} a coupé l’accès à {officer}, qui est parti.</translation>
    </message>
    <message>
        <source>{who} left, and gave up every role.</source>
        <translation>{who} est parti et a rendu tous ses rôles.</translation>
    </message>
    <message>
        <source>{who} gave {officer} the role {role} for {scope}.</source>
        <translation>{who} a donné à {officer} le rôle {role} pour {scope}.</translation>
    </message>
    <message>
        <source>{who} took the role {role} for {scope} from {officer}.</source>
        <translation>{who} a retiré à {officer} le rôle {role} pour {scope}.</translation>
    </message>
    <message>
        <source>{who} gave up the role {role} for {scope}.</source>
        <translation>{who} a rendu le rôle {role} pour {scope}.</translation>
    </message>
    <message>
        <source>{who} had {to} stand in for {officer} until {until}.</source>
        <translation>{who} a fait remplacer {officer} par {to} jusqu’au {until}.</translation>
    </message>
    <message>
        <source>{who} has {to} stand in until {until}.</source>
        <translation>{who} se fait remplacer par {to} jusqu’au {until}.</translation>
    </message>
    <message>
        <source>{who} ended that {to} stands in for {officer}.</source>
        <translation>{who} a mis fin au remplacement&#x202f;: {to} ne remplace plus {officer}.</translation>
    </message>
    <message>
        <source>{who} placed the group {group} in {parent}.</source>
        <translation>{who} a placé le groupe {group} dans {parent}.</translation>
    </message>
    <message>
        <source>{who} placed the group {group} right below the force.</source>
        <translation>{who} a placé le groupe {group} directement sous la force.</translation>
    </message>
    <message>
        <source>{who} placed {profile} in {group}, with room for {n} officers.</source>
        <translation>{who} a placé {profile} dans {group}, avec {n} places d’agents.</translation>
    </message>
    <message>
        <source>{who} placed {profile} in {group}, with room for any number of officers.</source>
        <translation>{who} a placé {profile} dans {group}, sans limite d’agents.</translation>
    </message>
    <message>
        <source>{who} locked {profile}.</source>
        <translation>{who} a verrouillé {profile}.</translation>
    </message>
    <message>
        <source>{who} locked {profile}: {reason}</source>
        <translation>{who} a verrouillé {profile}&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>{who} said why {profile} was locked: {reason}</source>
        <translation>{who} a dit pourquoi {profile} a été verrouillé&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>{who} unlocked {profile}.</source>
        <translation>{who} a déverrouillé {profile}.</translation>
    </message>
    <message>
        <source>{who} unlocked {profile}: {reason}</source>
        <translation>{who} a déverrouillé {profile}&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>{who} gave {officer} the conversation {talk} of {profile}.</source>
        <translation>{who} a attribué à {officer} la conversation {talk} sur {profile}.</translation>
    </message>
    <message>
        <source>{who} took the conversation {talk} of {profile}.</source>
        <translation>{who} a pris la conversation {talk} sur {profile}.</translation>
    </message>
    <message>
        <source>{who} left the conversation {talk} of {profile} to nobody in particular.</source>
        <translation>{who} a laissé la conversation {talk} sur {profile} à personne en particulier.</translation>
    </message>
    <message>
        <source>{who} left a note in a conversation of {profile}: {text}</source>
        <translation>{who} a laissé une note dans une conversation sur {profile}&#x202f;: {text}</translation>
    </message>
    <message>
        <source>{who} rewrote a note in a conversation of {profile}: {text}</source>
        <translation>{who} a réécrit une note dans une conversation sur {profile}&#x202f;: {text}</translation>
    </message>
    <message>
        <source>{who} took over an answer in a conversation of {profile} that {officer} handed over.</source>
        <translation>{who} a repris une réponse dans une conversation de {profile}, cédée par {officer}.</translation>
    </message>
    <message>
        <source>{who} asked for an answer of {officer} in a conversation of {profile}, and took it over.</source>
        <translation>{who} a demandé une réponse de {officer} dans une conversation de {profile}, et l’a reprise.</translation>
    </message>
    <message>
        <source>{who} took over an answer in a conversation of {profile} from the silent desk of {officer}.</source>
        <translation>{who} a repris une réponse dans une conversation de {profile} du poste muet de {officer}.</translation>
    </message>
    <message>
        <source>{who} took over at once an answer of {officer} in a conversation of {profile}.</source>
        <translation>{who} a repris sans attendre une réponse de {officer} dans une conversation de {profile}.</translation>
    </message>
    <message>
        <source>{who} went on at another desk with an answer in a conversation of {profile}.</source>
        <translation>{who} a poursuivi à un autre poste une réponse dans une conversation de {profile}.</translation>
    </message>
    <message>
        <source>{who} shared the board {board} as it then stood.</source>
        <translation>{who} a partagé le tableau {board} tel qu’il était alors.</translation>
    </message>
    <message>
        <source>{who} stopped sharing the board {board}.</source>
        <translation>{who} ne partage plus le tableau {board}.</translation>
    </message>
    <message>
        <source>A checkpoint over the first {n} entries was signed.</source>
        <translation>Un point de contrôle sur les {n} premières entrées a été signé.</translation>
    </message>
    <message>
        <source>What entry {n} said was erased under the rule {rule}.</source>
        <translation>Ce que disait l’entrée {n} a été effacé selon la règle {rule}.</translation>
    </message>
    <message>
        <source>{who} exported the whole record, {n} entries, as {form}.</source>
        <translation>{who} a exporté tout le registre, {n} entrées, en {form}.</translation>
    </message>
    <message>
        <source>{who} exported {n} entries of the record as {form}, chosen by {chosen}.</source>
        <translation>{who} a exporté {n} entrées du registre en {form}, choisies par {chosen}.</translation>
    </message>
    <message>
        <source>{who}: the computer {computer} lacks nothing to check with.</source>
        <translation>{who}&#x202f;: l’ordinateur {computer} a tout ce qu’il faut pour vérifier.</translation>
    </message>
    <message>
        <source>{who}: the computer {computer} has no key of the case lists.</source>
        <translation>{who}&#x202f;: l’ordinateur {computer} n’a pas la clé des listes protégées.</translation>
    </message>
    <message>
        <source>{who}: the force’s own sites are not entered on the computer {computer}.</source>
        <translation>{who}&#x202f;: les sites de la police ne sont pas saisis sur l’ordinateur {computer}.</translation>
    </message>
    <message>
        <source>{who}: the computer {computer} has neither a key of the case lists nor the force’s own sites.</source>
        <translation>{who}&#x202f;: l’ordinateur {computer} n’a ni la clé des listes protégées ni les sites de la police.</translation>
    </message>
    <message>
        <source>{who} is on duty, on the computer {computer}.</source>
        <translation>{who} est en service, sur l’ordinateur {computer}.</translation>
    </message>
    <message>
        <source>{who}: {kind}, about {subject}. What it said was erased.</source>
        <translation>{who}&#x202f;: {kind}, au sujet de&#x202f;: {subject}. Ce que disait l’entrée a été effacé.</translation>
    </message>
    <message>
        <source>{who}: {kind}, about {subject}; this version cannot read it.</source>
        <translation>{who}&#x202f;: {kind}, au sujet de&#x202f;: {subject}&#x202f;; cette version ne sait pas la lire.</translation>
    </message>
    <message>
        <source>{who}: {kind}, about {subject}; it is not written as it should be.</source>
        <translation>{who}&#x202f;: {kind}, au sujet de&#x202f;: {subject}&#x202f;; elle n’est pas écrite comme il faut.</translation>
    </message>
    <message>
        <source>{who}: {kind}, about {subject}.</source>
        <translation>{who}&#x202f;: {kind}, au sujet de&#x202f;: {subject}.</translation>
    </message>
    <message>
        <source>(not shown: no right to read there)</source>
        <translation>(non montré&#x202f;: pas de droit de lecture là)</translation>
    </message>
    <message>
        <source>Entries from when to when</source>
        <translation>Entrées de quand à quand</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Until, not included</source>
        <translation>Jusqu’au, non compris</translation>
    </message>
    <message>
        <source>Write a moment as 2026-11-22 18:30, or leave it out.</source>
        <translation>Écrivez un moment comme 2026-11-22 18:30, ou laissez vide.</translation>
    </message>
    <message>
        <source>The end has to be behind the beginning.</source>
        <translation>La fin doit venir après le début.</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>elle est illisible</translation>
    </message>
    <message>
        <source>it is not in its place</source>
        <translation>elle n’est pas à sa place</translation>
    </message>
    <message>
        <source>it does not follow from the one before it</source>
        <translation>elle ne découle pas de la précédente</translation>
    </message>
    <message>
        <source>what it says was changed</source>
        <translation>ce qu’elle dit a été modifié</translation>
    </message>
    <message>
        <source>it was changed</source>
        <translation>elle a été modifiée</translation>
    </message>
    <message>
        <source>what it said is gone, and nobody erased it</source>
        <translation>ce qu’elle disait a disparu, et personne ne l’a effacé</translation>
    </message>
    <message>
        <source>it is a checkpoint that does not fit the entries before it</source>
        <translation>c’est un point de contrôle qui ne répond pas aux entrées précédentes</translation>
    </message>
    <message>
        <source>it is a checkpoint signed with another key</source>
        <translation>c’est un point de contrôle signé d’une autre clé</translation>
    </message>
    <message>
        <source>up to here it is not what a checkpoint kept elsewhere was signed over</source>
        <translation>jusqu’ici, ce n’est pas ce qu’a signé un point de contrôle gardé ailleurs</translation>
    </message>
    <message>
        <source>from here on it is missing, though a checkpoint kept elsewhere covers more</source>
        <translation>à partir d’ici il manque, bien qu’un point de contrôle gardé ailleurs en couvre davantage</translation>
    </message>
    <message>
        <source>a checkpoint kept elsewhere covers it, and its signature is false</source>
        <translation>un point de contrôle gardé ailleurs la couvre, et sa signature est fausse</translation>
    </message>
    <message>
        <source>Checking the record: {done} of {total} entries</source>
        <translation>Vérification du registre&#x202f;: {done} entrées sur {total}</translation>
    </message>
    <message>
        <source>The check was stopped before its end.</source>
        <translation>La vérification a été arrêtée avant sa fin.</translation>
    </message>
    <message>
        <source>Show the entry</source>
        <translation>Afficher l’entrée</translation>
    </message>
    <message>
        <source>The record is broken at entry {n}: {fault}.</source>
        <translation>Le registre est rompu à l’entrée {n}&#x202f;: {fault}.</translation>
    </message>
    <message>
        <source>Sound: {n} entry, as it was made.</source>
        <translation>Intact&#x202f;: {n} entrée, telle qu’elle a été faite.</translation>
    </message>
    <message>
        <source>Sound: all {n} entries follow from one another.</source>
        <translation>Intact&#x202f;: les {n} entrées découlent toutes l’une de l’autre.</translation>
    </message>
    <message>
        <source>No checkpoint has been signed yet.</source>
        <translation>Aucun point de contrôle n’a encore été signé.</translation>
    </message>
    <message>
        <source>{n} checkpoint in it holds</source>
        <translation>{n} point de contrôle y tient</translation>
    </message>
    <message>
        <source>{n} checkpoints in it hold</source>
        <translation>{n} points de contrôle y tiennent</translation>
    </message>
    <message>
        <source>{found}; the copies beside the backups reach to entry {n}.</source>
        <translation>{found}&#x202f;; les copies à côté des sauvegardes vont jusqu’à l’entrée {n}.</translation>
    </message>
    <message>
        <source>Not in the record yet, decided {time}: {what}</source>
        <translation>Pas encore au registre, décidé à {time}&#x202f;: {what}</translation>
    </message>
    <message>
        <source>Record it all the same</source>
        <translation>Inscrire quand même</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Y renoncer</translation>
    </message>
    <message>
        <source>It waits: {name} is writing an answer there now, at {desk}.</source>
        <translation>En attente&#x202f;: {name} y écrit une réponse en ce moment, au poste {desk}.</translation>
    </message>
    <message>
        <source>It waits for the team’s database.</source>
        <translation>Elle attend la base de données de l’équipe.</translation>
    </message>
    <message>
        <source>Meanwhile, at {time}: {what}</source>
        <translation>Entre-temps, à {time}&#x202f;: {what}</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>et {n} de plus</translation>
    </message>
    <message>
        <source>{n} decision waits</source>
        <translation>{n} décision attend</translation>
    </message>
    <message>
        <source>{n} decisions wait</source>
        <translation>{n} décisions attendent</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Close this note</source>
        <translation>Fermer cette note</translation>
    </message>
    <message>
        <source>{n} decision waits for you</source>
        <translation>{n} décision vous attend</translation>
    </message>
    <message>
        <source>{n} decisions wait for you</source>
        <translation>{n} décisions vous attendent</translation>
    </message>
    <message>
        <source>{n} decision waits for the database</source>
        <translation>{n} décision attend la base de données</translation>
    </message>
    <message>
        <source>{n} decisions wait for the database</source>
        <translation>{n} décisions attendent la base de données</translation>
    </message>
    <message>
        <source>Draft put forward</source>
        <translation>Brouillon proposé</translation>
    </message>
    <message>
        <source>Draft agreed to</source>
        <translation>Brouillon validé</translation>
    </message>
    <message>
        <source>Draft returned</source>
        <translation>Brouillon renvoyé</translation>
    </message>
    <message>
        <source>Draft passed on</source>
        <translation>Brouillon confié</translation>
    </message>
    <message>
        <source>Draft withdrawn</source>
        <translation>Brouillon retiré</translation>
    </message>
    <message>
        <source>Publishing held</source>
        <translation>Publication suspendue</translation>
    </message>
    <message>
        <source>Hold explained</source>
        <translation>Suspension expliquée</translation>
    </message>
    <message>
        <source>Hold released</source>
        <translation>Suspension levée</translation>
    </message>
    <message>
        <source>Publishers limited</source>
        <translation>Publication restreinte</translation>
    </message>
    <message>
        <source>Publishers limited no longer</source>
        <translation>Publication rouverte à tous</translation>
    </message>
    <message>
        <source>Delivery let go</source>
        <translation>Envoi autorisé</translation>
    </message>
    <message>
        <source>Sending begun</source>
        <translation>Envoi commencé</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Pas envoyé</translation>
    </message>
    <message>
        <source>Unknown whether sent</source>
        <translation>Envoi incertain</translation>
    </message>
    <message>
        <source>Looked for and not found</source>
        <translation>Cherché et pas trouvé</translation>
    </message>
    <message>
        <source>Seen gone</source>
        <translation>Vu disparu</translation>
    </message>
    <message>
        <source>Sent by hand</source>
        <translation>Envoyé à la main</translation>
    </message>
    <message>
        <source>Incident opened</source>
        <translation>Incident ouvert</translation>
    </message>
    <message>
        <source>Incident told anew</source>
        <translation>Incident redéfini</translation>
    </message>
    <message>
        <source>Incident closed</source>
        <translation>Incident clos</translation>
    </message>
    <message>
        <source>Routes defined</source>
        <translation>Circuits définis</translation>
    </message>
    <message>
        <source>Text saved</source>
        <translation>Texte enregistré</translation>
    </message>
    <message>
        <source>Text removed</source>
        <translation>Texte supprimé</translation>
    </message>
    <message>
        <source>Case list changed</source>
        <translation>Liste protégée modifiée</translation>
    </message>
    <message>
        <source>Case list found anew</source>
        <translation>Listes protégées&#x202f;: reconnaissance renouvelée</translation>
    </message>
    <message>
        <source>Taken off the case list</source>
        <translation>Retiré de la liste protégée</translation>
    </message>
    <message>
        <source>Series begun</source>
        <translation>Série commencée</translation>
    </message>
    <message>
        <source>Day of a series left out</source>
        <translation>Jour d’une série omis</translation>
    </message>
    <message>
        <source>Series ended</source>
        <translation>Série terminée</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Envois</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Suspensions</translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation>Publiants</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Circuits</translation>
    </message>
    <message>
        <source>Saved texts</source>
        <translation>Textes enregistrés</translation>
    </message>
    <message>
        <source>Case lists</source>
        <translation>Listes protégées</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Séries</translation>
    </message>
    <message>
        <source>Conversation answered</source>
        <translation>Conversation à laquelle il est répondu</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>Questions answered with yes</source>
        <translation>Questions confirmées</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Remplacé par</translation>
    </message>
    <message>
        <source>But for the incident</source>
        <translation>Sauf l’incident</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>Concerne</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Une fois de plus</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>The network knows the key</source>
        <translation>Le réseau connaît la clé</translation>
    </message>
    <message>
        <source>The network’s id</source>
        <translation>Identifiant du réseau</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The network said</source>
        <translation>Réponse du réseau</translation>
    </message>
    <message>
        <source>Found by looking</source>
        <translation>Trouvé en relisant</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Reprend</translation>
    </message>
    <message>
        <source>Posts looked at</source>
        <translation>Publications relues</translation>
    </message>
    <message>
        <source>Looked back to</source>
        <translation>Relu jusqu’au</translation>
    </message>
    <message>
        <source>Text replaced</source>
        <translation>Texte remplacé</translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation>Empreintes</translation>
    </message>
    <message>
        <source>Version of the fingerprints</source>
        <translation>Version des empreintes</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Scellé</translation>
    </message>
    <message>
        <source>Of the series</source>
        <translation>De la série</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>First by the clocks there</source>
        <translation>Premier, à l’heure locale</translation>
    </message>
    <message>
        <source>Days left out</source>
        <translation>Jours omis</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>À partir de ce jour</translation>
    </message>
    <message>
        <source>Draft it begins with</source>
        <translation>Brouillon par lequel elle commence</translation>
    </message>
    <message>
        <source>the network refused it</source>
        <translation>le réseau l’a refusé</translation>
    </message>
    <message>
        <source>the network takes nothing twice</source>
        <translation>le réseau n’accepte rien deux fois</translation>
    </message>
    <message>
        <source>the profile’s sign-in has expired</source>
        <translation>la connexion du profil a expiré</translation>
    </message>
    <message>
        <source>the profile may not do that</source>
        <translation>le profil n’en a pas le droit</translation>
    </message>
    <message>
        <source>what it is about is gone</source>
        <translation>ce dont il s’agit a disparu</translation>
    </message>
    <message>
        <source>an allowance is used up</source>
        <translation>un quota est épuisé</translation>
    </message>
    <message>
        <source>the network was not reached</source>
        <translation>le réseau était hors d’atteinte</translation>
    </message>
    <message>
        <source>the network has nothing of the kind</source>
        <translation>le réseau n’offre rien de tel</translation>
    </message>
    <message>
        <source>a check blocks it</source>
        <translation>un contrôle le bloque</translation>
    </message>
    <message>
        <source>a file of it is missing</source>
        <translation>il en manque un fichier</translation>
    </message>
    <message>
        <source>it was stopped before its first byte</source>
        <translation>il a été arrêté avant son premier octet</translation>
    </message>
    <message>
        <source>the sender did not get to it</source>
        <translation>l’expéditeur n’en a pas eu le temps</translation>
    </message>
    <message>
        <source>{who} put forward a post for {profiles}: {text}</source>
        <translation>{who} a proposé une publication pour {profiles}&#x202f;: {text}</translation>
    </message>
    <message>
        <source>{who} put forward a reply as {profiles}: {text}</source>
        <translation>{who} a proposé une réponse au nom de {profiles}&#x202f;: {text}</translation>
    </message>
    <message>
        <source>{who} put forward a private message as {profiles}.</source>
        <translation>{who} a proposé un message privé au nom de {profiles}.</translation>
    </message>
    <message>
        <source>{who} put forward a repost by {profiles}.</source>
        <translation>{who} a proposé un partage par {profiles}.</translation>
    </message>
    <message>
        <source>{who} put forward a like by {profiles}.</source>
        <translation>{who} a proposé un «&#x202f;&#x202f;j’aime&#x202f;» de {profiles}.</translation>
    </message>
    <message>
        <source>{who} put forward new words for a post: {text}</source>
        <translation>{who} a proposé un nouveau texte pour une publication&#x202f;: {text}</translation>
    </message>
    <message>
        <source>{who} put forward that {profiles} hides a post.</source>
        <translation>{who} a proposé que {profiles} masque une publication.</translation>
    </message>
    <message>
        <source>{who} put forward that {profiles} shows a post again.</source>
        <translation>{who} a proposé que {profiles} affiche de nouveau une publication.</translation>
    </message>
    <message>
        <source>{who} put forward that {profiles} deletes a post.</source>
        <translation>{who} a proposé que {profiles} supprime une publication.</translation>
    </message>
    <message>
        <source>{who} put forward who may reply to a post of {profiles}.</source>
        <translation>{who} a proposé qui peut répondre à une publication de {profiles}.</translation>
    </message>
    <message>
        <source>{who} put forward a draft that cannot be read.</source>
        <translation>{who} a proposé un brouillon illisible.</translation>
    </message>
    <message>
        <source>{who} agreed to {draft}.</source>
        <translation>{who} a validé {draft}.</translation>
    </message>
    <message>
        <source>{who} returned {draft}.</source>
        <translation>{who} a renvoyé {draft}.</translation>
    </message>
    <message>
        <source>{who} returned {draft}: {text}</source>
        <translation>{who} a renvoyé {draft}&#x202f;: {text}</translation>
    </message>
    <message>
        <source>{who} asked {officer} to decide on {draft}.</source>
        <translation>{who} a demandé à {officer} de décider de {draft}.</translation>
    </message>
    <message>
        <source>{who} withdrew {draft}.</source>
        <translation>{who} a retiré {draft}.</translation>
    </message>
    <message>
        <source>{who} withdrew {draft}: {text}</source>
        <translation>{who} a retiré {draft}&#x202f;: {text}</translation>
    </message>
    <message>
        <source>{who} withdrew {draft}, to be replaced by: {text}</source>
        <translation>{who} a retiré {draft}, à remplacer par&#x202f;: {text}</translation>
    </message>
    <message>
        <source>{who} held all publishing for {scope}.</source>
        <translation>{who} a suspendu toute publication pour {scope}.</translation>
    </message>
    <message>
        <source>{who} held all publishing for {scope}, but for the incident {incident}.</source>
        <translation>{who} a suspendu toute publication pour {scope}, sauf pour l’incident {incident}.</translation>
    </message>
    <message>
        <source>{who} said why publishing was held: {text}</source>
        <translation>{who} a dit pourquoi la publication était suspendue&#x202f;: {text}</translation>
    </message>
    <message>
        <source>{who} released publishing for {scope}.</source>
        <translation>{who} a relancé la publication pour {scope}.</translation>
    </message>
    <message>
        <source>{who} released publishing for {scope}: {text}</source>
        <translation>{who} a relancé la publication pour {scope}&#x202f;: {text}</translation>
    </message>
    <message>
        <source>{who} let only {officers} publish for {scope}.</source>
        <translation>{who} n’a laissé publier que {officers} pour {scope}.</translation>
    </message>
    <message>
        <source>{who} let only {officers} publish for {scope} during the incident {incident}.</source>
        <translation>{who} n’a laissé que {officers} publier pour {scope} pendant l’incident {incident}.</translation>
    </message>
    <message>
        <source>{who} let everybody publish again for {scope}.</source>
        <translation>{who} a laissé tout le monde publier de nouveau pour {scope}.</translation>
    </message>
    <message>
        <source>{who} let {draft} leave by {profile}.</source>
        <translation>{who} a laissé partir {draft} par {profile}.</translation>
    </message>
    <message>
        <source>{who} let {draft} leave by {profile} on {time}.</source>
        <translation>{who} a laissé partir {draft} par {profile}, le {time}.</translation>
    </message>
    <message>
        <source>{who} saw that {draft} is not there, and let it leave by {profile} once more.</source>
        <translation>{who} a vu que {draft} n’y est pas, et l’a laissé repartir par {profile}.</translation>
    </message>
    <message>
        <source>{who} began to send {draft} by {profile}.</source>
        <translation>{who} a commencé à envoyer {draft} par {profile}.</translation>
    </message>
    <message>
        <source>{who} began to take {draft} back from {profile}.</source>
        <translation>{who} a commencé à retirer {draft} de {profile}.</translation>
    </message>
    <message>
        <source>{who} sent {draft} by {profile}.</source>
        <translation>{who} a envoyé {draft} par {profile}.</translation>
    </message>
    <message>
        <source>{who} took {draft} back from {profile}.</source>
        <translation>{who} a retiré {draft} de {profile}.</translation>
    </message>
    <message>
        <source>{who} found {draft} sent by {profile}.</source>
        <translation>{who} a trouvé {draft} envoyé par {profile}.</translation>
    </message>
    <message>
        <source>{who} could not send {draft} by {profile}: {why}</source>
        <translation>{who} n’a pas pu envoyer {draft} par {profile}&#x202f;: {why}</translation>
    </message>
    <message>
        <source>{who} could not yet send {draft} by {profile}, and goes on: {why}</source>
        <translation>{who} n’a pas encore pu envoyer {draft} par {profile}, et continue&#x202f;: {why}</translation>
    </message>
    <message>
        <source>{who} could not take {draft} back from {profile}: {why}</source>
        <translation>{who} n’a pas pu retirer {draft} de {profile}&#x202f;: {why}</translation>
    </message>
    <message>
        <source>{who} does not know whether {draft} was sent by {profile}.</source>
        <translation>{who} ne sait pas si {draft} a été envoyé par {profile}.</translation>
    </message>
    <message>
        <source>{who} looked for {draft} among {n} posts of {profile}, and did not find it.</source>
        <translation>{who} a cherché {draft} parmi {n} publications de {profile}, sans le trouver.</translation>
    </message>
    <message>
        <source>{who} saw that {draft} is gone from {profile}.</source>
        <translation>{who} a vu que {draft} a disparu de {profile}.</translation>
    </message>
    <message>
        <source>{who} saw that {draft} reads otherwise on {profile} now.</source>
        <translation>{who} a vu que {draft} se lit autrement sur {profile} à présent.</translation>
    </message>
    <message>
        <source>{who} said that {draft} was sent by {profile} by hand.</source>
        <translation>{who} a dit que {draft} a été envoyé à la main par {profile}.</translation>
    </message>
    <message>
        <source>{who} said that {draft} was taken back from {profile} by hand.</source>
        <translation>{who} a dit que {draft} a été retiré à la main de {profile}.</translation>
    </message>
    <message>
        <source>{who} set who has to agree before something leaves.</source>
        <translation>{who} a défini qui doit valider avant tout envoi.</translation>
    </message>
    <message>
        <source>{who} saved the text {name} for everybody.</source>
        <translation>{who} a enregistré le texte {name} pour tout le monde.</translation>
    </message>
    <message>
        <source>{who} removed a text that was saved for everybody.</source>
        <translation>{who} a supprimé un texte enregistré pour tout le monde.</translation>
    </message>
    <message>
        <source>{who} changed a protected name or order.</source>
        <translation>{who} a modifié un nom protégé ou une ordonnance.</translation>
    </message>
    <message>
        <source>A name or order on the case list is found in more ways; {who} had the lists open.</source>
        <translation>Un nom ou une ordonnance de la liste protégée est reconnu de plus de façons&#x202f;; {who} avait ouvert les listes.</translation>
    </message>
    <message>
        <source>{who} took a name or order off the case list.</source>
        <translation>{who} a retiré un nom ou une ordonnance de la liste protégée.</translation>
    </message>
    <message>
        <source>{who} had a draft come again and again: {text}</source>
        <translation>{who} fait revenir un brouillon à intervalles&#x202f;: {text}</translation>
    </message>
    <message>
        <source>{who} changed what comes again and again from {day} on: {text}</source>
        <translation>{who} a changé ce qui revient sans cesse à partir du {day}&#x202f;: {text}</translation>
    </message>
    <message>
        <source>The desk of {who} made the draft of a series for {day}: {text}</source>
        <translation>Le poste de {who} a fait le brouillon d’une série pour le {day}&#x202f;: {text}</translation>
    </message>
    <message>
        <source>{who} left {day} out of a series of drafts.</source>
        <translation>{who} a omis le {day} d’une série de brouillons.</translation>
    </message>
    <message>
        <source>{who} ended a series of drafts.</source>
        <translation>{who} a mis fin à une série de brouillons.</translation>
    </message>
    <message>
        <source>{who} ended a series of drafts; those from {day} on leave no more.</source>
        <translation>{who} a mis fin à une série de brouillons&#x202f;; ceux à partir du {day} ne partent plus.</translation>
    </message>
    <message>
        <source>{profile} and one more</source>
        <translation>{profile} et un autre</translation>
    </message>
    <message>
        <source>{profile} and {n} more</source>
        <translation>{profile} et {n} autres</translation>
    </message>
    <message>
        <source>nobody decides on work of their own</source>
        <translation>nul ne décide de son propre travail</translation>
    </message>
    <message>
        <source>each step is another person’s</source>
        <translation>chaque étape revient à une autre personne</translation>
    </message>
    <message>
        <source>its author has left: somebody has to put it forward as theirs</source>
        <translation>son auteur est parti&#x202f;: quelqu’un doit le reprendre à son compte</translation>
    </message>
    <message>
        <source>it was another version that was looked at</source>
        <translation>c’est une autre version qui a été vue</translation>
    </message>
    <message>
        <source>another step was next</source>
        <translation>c’était le tour d’une autre étape</translation>
    </message>
    <message>
        <source>not everything in it had been opened</source>
        <translation>tout n’en avait pas été ouvert</translation>
    </message>
    <message>
        <source>it was not waiting for this</source>
        <translation>il n’attendait pas cela</translation>
    </message>
    <message>
        <source>it was not approved</source>
        <translation>il n’était pas validé</translation>
    </message>
    <message>
        <source>it was being sent already</source>
        <translation>il était déjà en cours d’envoi</translation>
    </message>
    <message>
        <source>it had been sent already</source>
        <translation>il avait déjà été envoyé</translation>
    </message>
    <message>
        <source>it had been withdrawn</source>
        <translation>il avait été retiré</translation>
    </message>
    <message>
        <source>publishing was held</source>
        <translation>la publication était suspendue</translation>
    </message>
    <message>
        <source>the profile was locked</source>
        <translation>le profil était verrouillé</translation>
    </message>
    <message>
        <source>only the publishers on the list may publish</source>
        <translation>seules les personnes de la liste peuvent publier</translation>
    </message>
    <message>
        <source>its time had passed by more than ten minutes</source>
        <translation>son heure était passée de plus de dix minutes</translation>
    </message>
    <message>
        <source>its time had not come</source>
        <translation>son heure n’était pas venue</translation>
    </message>
    <message>
        <source>only what sends may say this</source>
        <translation>seul un expéditeur peut le dire</translation>
    </message>
    <message>
        <source>another sender had taken it on</source>
        <translation>un autre expéditeur s’en était chargé</translation>
    </message>
    <message>
        <source>the network knows it by another key</source>
        <translation>le réseau le connaît sous une autre clé</translation>
    </message>
    <message>
        <source>that post belongs to something else we sent</source>
        <translation>cette publication appartient à un autre envoi</translation>
    </message>
    <message>
        <source>it had not been looked for on the network often enough</source>
        <translation>il n’avait pas été cherché assez souvent sur le réseau</translation>
    </message>
    <message>
        <source>no such incident was open</source>
        <translation>aucun incident de ce genre n’était ouvert</translation>
    </message>
    <message>
        <source>{who} opened the incident {incident} for {scopes}.</source>
        <translation>{who} a ouvert l’incident {incident} pour {scopes}.</translation>
    </message>
    <message>
        <source>{who} told the incident {incident} anew: it concerns {scopes}.</source>
        <translation>{who} a redéfini l’incident {incident}&#x202f;: il concerne {scopes}.</translation>
    </message>
    <message>
        <source>{who} closed the incident {incident}.</source>
        <translation>{who} a clos l’incident {incident}.</translation>
    </message>
    <message>
        <source>{who} closed the incident {incident}: {text}</source>
        <translation>{who} a clos l’incident {incident}&#x202f;: {text}</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Recovery key, eight groups of five characters</source>
        <translation>Clé de secours, huit groupes de cinq caractères</translation>
    </message>
    <message>
        <source>Group {number}: {letters}</source>
        <translation>Groupe {number}&#x202f;: {letters}</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clé de secours</translation>
    </message>
    <message>
        <source>Note the recovery key on paper</source>
        <translation>Notez la clé de secours sur papier</translation>
    </message>
    <message>
        <source>The databases are encrypted, and their key is in this computer’s keychain. If the keychain is ever lost, only this recovery key opens them again. It is shown once: write it down, keep the paper where you keep keys, and let nobody photograph it.</source>
        <translation>Les bases de données sont chiffrées et leur clé se trouve dans le trousseau de cet ordinateur. Si le trousseau est perdu, seule cette clé de secours les rouvre. Elle n’est montrée qu’une fois&#x202f;: notez-la, rangez le papier là où vous gardez les clés et ne laissez personne le photographier.</translation>
    </message>
    <message>
        <source>Type the recovery key from the paper</source>
        <translation>Tapez la clé de secours depuis le papier</translation>
    </message>
    <message>
        <source>This makes sure that the paper is right. Capitals, spaces and dashes do not matter; O counts as 0, and I and L as 1.</source>
        <translation>Cela garantit que le papier est juste. Majuscules, espaces et tirets n’importent pas&#x202f;; O compte pour 0, I et L pour 1.</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Je l’ai notée</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>La remontrer</translation>
    </message>
    <message>
        <source>Make a new one…</source>
        <translation>En créer une nouvelle…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Make a new recovery key?</source>
        <translation>Créer une nouvelle clé de secours&#x202f;?</translation>
    </message>
    <message>
        <source>The recovery key on older paper then opens this desk no more; it still opens the backups made before today’s change. The new one is shown once.</source>
        <translation>La clé notée auparavant n’ouvrira plus ce poste&#x202f;; elle ouvre encore les sauvegardes faites avant ce changement. La nouvelle n’est montrée qu’une fois.</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Créer une nouvelle clé</translation>
    </message>
    <message>
        <source>The recovery key is confirmed.</source>
        <translation>La clé de secours est confirmée.</translation>
    </message>
    <message>
        <source>No new key was made</source>
        <translation>Aucune nouvelle clé n’a été créée</translation>
    </message>
    <message>
        <source>Recovery key not confirmed</source>
        <translation>Clé de secours non confirmée</translation>
    </message>
    <message>
        <source>Nobody has typed the recovery key back from paper yet.</source>
        <translation>Personne n’a encore retapé la clé de secours depuis le papier.</translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message>
        <source>Reply as</source>
        <translation>En tant que</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Who can read it</source>
        <translation>Qui peut la lire</translation>
    </message>
    <message>
        <source>Reply to {name} · R</source>
        <translation>Répondre à {name} · R</translation>
    </message>
    <message>
        <source>Message as {profile}</source>
        <translation>Message de {profile}</translation>
    </message>
    <message>
        <source>Reply as {profile}</source>
        <translation>Répondre en tant que {profile}</translation>
    </message>
    <message>
        <source>Saved texts</source>
        <translation>Textes enregistrés</translation>
    </message>
    <message>
        <source>The conversation is still being read.</source>
        <translation>La conversation est en cours de lecture.</translation>
    </message>
    <message>
        <source>Nothing can be answered on this network from here.</source>
        <translation>On ne peut pas répondre sur ce réseau depuis ce poste.</translation>
    </message>
    <message>
        <source>You have no right to reply on any profile of this network.</source>
        <translation>Vous n’avez le droit de répondre sur aucun profil de ce réseau.</translation>
    </message>
    <message>
        <source>Send is locked: {name} is replying.</source>
        <translation>Envoi verrouillé&#x202f;: {name} répond.</translation>
    </message>
    <message>
        <source>Being put forward.</source>
        <translation>En cours de soumission.</translation>
    </message>
    <message>
        <source>The reply is on its way</source>
        <translation>La réponse est en route</translation>
    </message>
    <message>
        <source>The reply waits for approval</source>
        <translation>La réponse attend une validation</translation>
    </message>
    <message>
        <source>The reply was not put forward</source>
        <translation>La réponse n’a pas été soumise</translation>
    </message>
    <message>
        <source>The conversation came to {usual}. This reply leaves as {chosen}.</source>
        <translation>La conversation est arrivée à {usual}. Cette réponse part de {chosen}.</translation>
    </message>
    <message>
        <source>Reply as another profile?</source>
        <translation>Répondre depuis un autre profil&#x202f;?</translation>
    </message>
    <message>
        <source>{name} has taken this reply over; what you wrote stays here as it was.</source>
        <translation>{name} a repris cette réponse&#x202f;; ce que vous avez écrit reste ici tel quel.</translation>
    </message>
    <message>
        <source>Goes to approval first.</source>
        <translation>Passe d’abord par la validation.</translation>
    </message>
    <message>
        <source>No approval: it leaves at once.</source>
        <translation>Sans validation&#x202f;: elle part tout de suite.</translation>
    </message>
    <message>
        <source>{network} takes an answer until {until}: {left} left.</source>
        <translation>{network} accepte une réponse jusqu’à {until}&#x202f;: il reste {left}.</translation>
    </message>
    <message>
        <source>It has to leave by {until}. {why}</source>
        <translation>Il doit partir avant {until}. {why}</translation>
    </message>
    <message>
        <source>It waits for you in the record: somebody answered since.</source>
        <translation>Elle vous attend dans le registre&#x202f;: quelqu’un a répondu entre-temps.</translation>
    </message>
    <message>
        <source>It waits: {name} is writing an answer.</source>
        <translation>En attente&#x202f;: {name} écrit une réponse.</translation>
    </message>
    <message>
        <source>Put forward; it waits for the team’s database.</source>
        <translation>Présentée&#x202f;; elle attend la base de données de l’équipe.</translation>
    </message>
    <message>
        <source>Yours, written at {time}: “{words}”</source>
        <translation>La vôtre, écrite à {time}&#x202f;: «&#x202f;{words}&#x202f;»</translation>
    </message>
    <message>
        <source>Send mine too</source>
        <translation>Envoyer aussi la mienne</translation>
    </message>
    <message>
        <source>Keep mine unsent</source>
        <translation>Garder la mienne sans l’envoyer</translation>
    </message>
    <message>
        <source>Yours stays here as it is: send it again if it still says something else.</source>
        <translation>La vôtre reste ici telle quelle&#x202f;: l’envoyer de nouveau si elle dit encore autre chose.</translation>
    </message>
    <message>
        <source>{name} is writing this answer</source>
        <translation>{name} écrit cette réponse</translation>
    </message>
    <message>
        <source>At {desk}, now. Yours stays here as it is; nothing was sent.</source>
        <translation>Au poste {desk}, en ce moment. La vôtre reste ici telle quelle&#x202f;; rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>{name} has answered since</source>
        <translation>{name} a répondu entre-temps</translation>
    </message>
    <message>
        <source>{name} has taken this answer over since</source>
        <translation>{name} a repris cette réponse entre-temps</translation>
    </message>
    <message>
        <source>At {time}; the record has no answer of theirs yet.</source>
        <translation>À {time}&#x202f;; le registre n’a pas encore de réponse de sa part.</translation>
    </message>
    <message>
        <source>At {time}, in private: it is not for you to read.</source>
        <translation>À {time}, en privé&#x202f;: vous n’êtes pas autorisé à la lire.</translation>
    </message>
    <message>
        <source>Theirs, at {time}: “{words}”</source>
        <translation>La sienne, à {time}&#x202f;: «&#x202f;{words}&#x202f;»</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Table for a spreadsheet (CSV)</source>
        <translation>Tableau pour un tableur (CSV)</translation>
    </message>
    <message>
        <source>Data for programs (JSON)</source>
        <translation>Données pour des programmes (JSON)</translation>
    </message>
    <message>
        <source>Page to read and print (HTML)</source>
        <translation>Page à lire et à imprimer (HTML)</translation>
    </message>
    <message>
        <source>Export the posts found</source>
        <translation>Exporter les publications trouvées</translation>
    </message>
    <message>
        <source>The network’s own data is not kept for this post.</source>
        <translation>Les données d’origine du réseau ne sont pas conservées pour cette publication.</translation>
    </message>
    <message>
        <source>Previous post found</source>
        <translation>Publication trouvée précédente</translation>
    </message>
    <message>
        <source>Next post found</source>
        <translation>Publication trouvée suivante</translation>
    </message>
    <message>
        <source>Close the pane</source>
        <translation>Fermer le volet</translation>
    </message>
    <message>
        <source>Network’s own data</source>
        <translation>Données d’origine</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Whole text</source>
        <translation>Texte entier</translation>
    </message>
    <message>
        <source>Post by {name}</source>
        <translation>Publication de {name}</translation>
    </message>
    <message>
        <source>Exporting: {done} of {total}</source>
        <translation>Export&#x202f;: {done} sur {total}</translation>
    </message>
    <message>
        <source>The export was stopped; no file was left.</source>
        <translation>L’export a été arrêté&#x202f;; aucun fichier n’est resté.</translation>
    </message>
    <message>
        <source>{n} post</source>
        <translation>{n} publication</translation>
    </message>
    <message>
        <source>{n} posts</source>
        <translation>{n} publications</translation>
    </message>
    <message>
        <source>Exported: {posts}, {size}, {name}. SHA-256 {sum}</source>
        <translation>Exporté&#x202f;: {posts}, {size}, {name}. SHA-256 {sum}</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>Arrêter l’export</translation>
    </message>
    <message>
        <source>Close this note</source>
        <translation>Fermer cette note</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Offline. {kept}</source>
        <translation>Hors ligne. {kept}</translation>
    </message>
    <message>
        <source>Nothing is kept yet.</source>
        <translation>Rien n’est encore conservé.</translation>
    </message>
    <message>
        <source>{n} posts kept</source>
        <translation>{n} publications conservées</translation>
    </message>
    <message>
        <source>{n} post kept</source>
        <translation>{n} publication conservée</translation>
    </message>
    <message>
        <source>Narrow the search</source>
        <translation>Affiner la recherche</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publiée</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>Deleted, seen</source>
        <translation>Supprimée, vu</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>Dernière lecture</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Compté</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Médias</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Id there</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>removed profiles: {n}</source>
        <translation>profils retirés&#x202f;: {n}</translation>
    </message>
    <message>
        <source>Came through</source>
        <translation>Arrivée par</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Repost</source>
        <translation>Partage</translation>
    </message>
    <message>
        <source>Direct message</source>
        <translation>Message privé</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>{n} replies</source>
        <translation>{n} réponses</translation>
    </message>
    <message>
        <source>{n} reply</source>
        <translation>{n} réponse</translation>
    </message>
    <message>
        <source>{n} reposts</source>
        <translation>{n} partages</translation>
    </message>
    <message>
        <source>{n} repost</source>
        <translation>{n} partage</translation>
    </message>
    <message>
        <source>{n} likes</source>
        <translation>{n} j’aime</translation>
    </message>
    <message>
        <source>{n} like</source>
        <translation>{n} j’aime</translation>
    </message>
    <message>
        <source>Posts over time</source>
        <translation>Publications dans le temps</translation>
    </message>
    <message>
        <source>drag over the bars to choose the dates</source>
        <translation>glissez sur les barres pour choisir les dates</translation>
    </message>
    <message>
        <source>all dates</source>
        <translation>toutes les dates</translation>
    </message>
    <message>
        <source>Left and Right move the beginning, with Shift the end; Delete shows all dates.</source>
        <translation>Gauche et Droite déplacent le début, avec Maj la fin&#x202f;; Suppr montre toutes les dates.</translation>
    </message>
    <message>
        <source>Posts found</source>
        <translation>Publications trouvées</translation>
    </message>
    <message>
        <source>No post that is kept here fits this search.</source>
        <translation>Aucune publication conservée ici ne répond à cette recherche.</translation>
    </message>
    <message>
        <source>An export is already running.</source>
        <translation>Un export est déjà en cours.</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Pas exporté</translation>
    </message>
    <message>
        <source>The post that is chosen</source>
        <translation>La publication choisie</translation>
    </message>
    <message>
        <source>The {n} posts that are chosen</source>
        <translation>Les {n} publications choisies</translation>
    </message>
    <message>
        <source>All {n} posts found</source>
        <translation>Les {n} publications trouvées</translation>
    </message>
    <message>
        <source>The search cannot be opened</source>
        <translation>La recherche ne peut pas être ouverte</translation>
    </message>
    <message>
        <source>Everything kept here, without a network too</source>
        <translation>Tout ce qui est conservé ici, même sans réseau</translation>
    </message>
    <message>
        <source>This search cannot be kept</source>
        <translation>Cette recherche ne peut pas être gardée</translation>
    </message>
    <message>
        <source>Give it a word or a filter, and no more than {n} characters.</source>
        <translation>Donnez-lui un mot ou un filtre, et pas plus de {n} caractères.</translation>
    </message>
    <message>
        <source>Saved searches: {n}</source>
        <translation>Recherches enregistrées&#x202f;: {n}</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Recherches enregistrées</translation>
    </message>
    <message>
        <source>No search is saved yet. Ctrl S saves one.</source>
        <translation>Aucune recherche n’est encore enregistrée. Ctrl S en enregistre une.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Name of this search</source>
        <translation>Nom de cette recherche</translation>
    </message>
    <message>
        <source>Replace the search {name}?</source>
        <translation>Remplacer la recherche {name}&#x202f;?</translation>
    </message>
    <message>
        <source>Another search is saved under this name: {query}</source>
        <translation>Une autre recherche est enregistrée sous ce nom&#x202f;: {query}</translation>
    </message>
    <message>
        <source>every post</source>
        <translation>toutes les publications</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Enregistrée&#x202f;: {name}</translation>
    </message>
    <message>
        <source>New name of this search</source>
        <translation>Nouveau nom de cette recherche</translation>
    </message>
    <message>
        <source>The search was not renamed</source>
        <translation>La recherche n’a pas été renommée</translation>
    </message>
    <message>
        <source>Another search is called {name}.</source>
        <translation>Une autre recherche s’appelle {name}.</translation>
    </message>
    <message>
        <source>Search everything that is kept</source>
        <translation>Chercher dans tout ce qui est conservé</translation>
    </message>
    <message>
        <source>Search: smoke OR fire  -hoax  from:…  has:image  since:7d   ( / )</source>
        <translation>Chercher&#x202f;: fumée OR feu  -canular  from:…  has:image  since:7d   ( / )</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>As column</source>
        <translation>En colonne</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Show this search as a column</source>
        <translation>Montrer cette recherche en colonne</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>comptage…</translation>
    </message>
    <message>
        <source>{posts}, {seconds} s</source>
        <translation>{posts}, {seconds}&#x202f;s</translation>
    </message>
    <message>
        <source>Edited {time}; new words are underlined.</source>
        <translation>Modifiée le {time}&#x202f;; les mots nouveaux sont soulignés.</translation>
    </message>
    <message>
        <source>Edited; new words are underlined.</source>
        <translation>Modifiée&#x202f;; les mots nouveaux sont soulignés.</translation>
    </message>
    <message>
        <source>Deleted; seen gone {time}. Our copy is kept.</source>
        <translation>Supprimée&#x202f;; constaté le {time}. Notre copie est conservée.</translation>
    </message>
    <message>
        <source>Before: written {made}, last seen {seen}.</source>
        <translation>Avant&#x202f;: écrite le {made}, vue pour la dernière fois le {seen}.</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Reposts</source>
        <translation>Partages</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>Messages privés</translation>
    </message>
    <message>
        <source>Edited later</source>
        <translation>Modifiées</translation>
    </message>
    <message>
        <source>Deleted later</source>
        <translation>Supprimées</translation>
    </message>
    <message>
        <source>Kept for good</source>
        <translation>Gardées pour de bon</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Sensibles</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Short clip</source>
        <translation>Clip court</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>every second</source>
        <translation>toutes les secondes</translation>
    </message>
    <message>
        <source>every 5 seconds</source>
        <translation>toutes les 5 secondes</translation>
    </message>
    <message>
        <source>every 15 seconds</source>
        <translation>toutes les 15 secondes</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>toutes les minutes</translation>
    </message>
    <message>
        <source>every 5 minutes</source>
        <translation>toutes les 5 minutes</translation>
    </message>
    <message>
        <source>every 15 minutes</source>
        <translation>toutes les 15 minutes</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>toutes les heures</translation>
    </message>
    <message>
        <source>every 4 hours</source>
        <translation>toutes les 4 heures</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>tous les jours</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>toutes les semaines</translation>
    </message>
    <message>
        <source>every 30 days</source>
        <translation>tous les 30 jours</translation>
    </message>
    <message>
        <source>every 365 days</source>
        <translation>tous les 365 jours</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Marques</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Contient</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>à partir du {time}</translation>
    </message>
    <message>
        <source>before {time}</source>
        <translation>avant le {time}</translation>
    </message>
    <message>
        <source>{group}: {n}</source>
        <translation>{group}&#x202f;: {n}</translation>
    </message>
    <message>
        <source>Pictures and clips</source>
        <translation>Images et clips</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>sans description</translation>
    </message>
    <message>
        <source>{n} post chosen</source>
        <translation>{n} publication choisie</translation>
    </message>
    <message>
        <source>{n} posts chosen</source>
        <translation>{n} publications choisies</translation>
    </message>
    <message>
        <source>Choose with Ctrl Space</source>
        <translation>Choisir avec Ctrl Espace</translation>
    </message>
    <message>
        <source>Export these</source>
        <translation>Exporter celles-ci</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Ne rien choisir</translation>
    </message>
    <message>
        <source>Choose every post that is listed so far</source>
        <translation>Choisir toutes les publications déjà listées</translation>
    </message>
    <message>
        <source>Group by conversation</source>
        <translation>Grouper par conversation</translation>
    </message>
    <message>
        <source>Conversation whose beginning is not kept here</source>
        <translation>Conversation dont le début n’est pas conservé ici</translation>
    </message>
    <message>
        <source>more than {n} posts found</source>
        <translation>plus de {n} publications trouvées</translation>
    </message>
    <message>
        <source>{n} post found</source>
        <translation>{n} publication trouvée</translation>
    </message>
    <message>
        <source>{n} posts found</source>
        <translation>{n} publications trouvées</translation>
    </message>
    <message>
        <source>the newest {n} of {posts}</source>
        <translation>les {n} plus récentes, {posts}</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>repliée</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>dépliée</translation>
    </message>
    <message>
        <source>Conversation, {state}, {posts}: {title}.</source>
        <translation>Conversation {state}, {posts}&#x202f;: {title}.</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>The record is still being read.</source>
        <translation>Le registre est encore en cours de lecture.</translation>
    </message>
    <message>
        <source>Not possible: {why}</source>
        <translation>Impossible&#x202f;: {why}</translation>
    </message>
    <message>
        <source>None of your roles has the right to {right} here.</source>
        <translation>Aucun de vos rôles ne donne ici ce droit&#x202f;: {right}.</translation>
    </message>
    <message>
        <source>{role} for {scope}</source>
        <translation>{role} pour {scope}</translation>
    </message>
    <message>
        <source>in place of {giver} until {until}</source>
        <translation>en remplacement de {giver} jusqu’au {until}</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Matricule</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Peut</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Parce que</translation>
    </message>
    <message>
        <source>WHO WORKS AT THIS DESK</source>
        <translation>QUI TRAVAILLE À CE POSTE</translation>
    </message>
    <message>
        <source>Who works at this desk</source>
        <translation>Qui travaille à ce poste</translation>
    </message>
    <message>
        <source>Change name…</source>
        <translation>Changer le nom…</translation>
    </message>
    <message>
        <source>Put name and number right…</source>
        <translation>Corriger nom et matricule…</translation>
    </message>
    <message>
        <source>What this officer may do</source>
        <translation>Ce que peut cet agent</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Prendre la relève</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Pas encore connu</translation>
    </message>
    <message>
        <source>The record does not know this number.</source>
        <translation>Le registre ne connaît pas ce matricule.</translation>
    </message>
    <message>
        <source>no role</source>
        <translation>aucun rôle</translation>
    </message>
    <message>
        <source>Has left. Every right has ended.</source>
        <translation>Parti. Tous les droits ont pris fin.</translation>
    </message>
    <message>
        <source>Who takes over this desk</source>
        <translation>Qui prend la relève à ce poste</translation>
    </message>
    <message>
        <source>What is decided from now on bears the name of whoever takes over. Nobody is asked for a password here: this computer’s own sign-in keeps others out.</source>
        <translation>Ce qui se décide désormais porte le nom de qui prend la relève. Aucun mot de passe n’est demandé ici&#x202f;: l’ouverture de session de cet ordinateur tient les autres à l’écart.</translation>
    </message>
    <message>
        <source>In a team the database’s own sign-in decides who works here. To change, sign in to it as somebody else.</source>
        <translation>En équipe, la connexion à la base de données décide qui travaille ici. Pour changer, connectez-vous à elle sous un autre nom.</translation>
    </message>
    <message>
        <source>{name} works at this desk now.</source>
        <translation>{name} travaille maintenant à ce poste.</translation>
    </message>
    <message>
        <source>For {scope}: {roles}</source>
        <translation>Pour {scope}&#x202f;: {roles}</translation>
    </message>
    <message>
        <source>No rights: has left</source>
        <translation>Aucun droit&#x202f;: parti</translation>
    </message>
    <message>
        <source>Who works at this desk has left: every right of theirs has ended.</source>
        <translation>La personne à ce poste est partie&#x202f;: tous ses droits ont pris fin.</translation>
    </message>
    <message>
        <source>{name} has left</source>
        <translation>{name} est parti</translation>
    </message>
    <message>
        <source>Every right of this login has ended, on every desk. What has been read stays on this computer; nothing new comes, and nothing can be decided here.</source>
        <translation>Tous les droits de ce compte ont pris fin, sur tous les postes. Ce qui a été lu reste sur cet ordinateur&#x202f;; rien de nouveau n’arrive, et rien ne peut être décidé ici.</translation>
    </message>
    <message>
        <source>Every right of who works at this desk has ended, on every desk. Nothing can be decided here any more until somebody else takes over: press the name at the top right.</source>
        <translation>Tous les droits de la personne à ce poste ont pris fin, sur tous les postes. Plus rien ne peut être décidé ici tant que personne d’autre ne prend la relève&#x202f;: appuyez sur le nom en haut à droite.</translation>
    </message>
    <message>
        <source>Add an officer</source>
        <translation>Ajouter un agent</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Without any role at first. Who comes back comes without roles too.</source>
        <translation>Sans aucun rôle au début. Qui revient revient aussi sans rôle.</translation>
    </message>
    <message>
        <source>Force number</source>
        <translation>Matricule</translation>
    </message>
    <message>
        <source>Rank and name</source>
        <translation>Grade et nom</translation>
    </message>
    <message>
        <source>Number and name are needed.</source>
        <translation>Il faut un matricule et un nom.</translation>
    </message>
    <message>
        <source>A force number has letters and digits only, 20 at most.</source>
        <translation>Un matricule n’a que des lettres et des chiffres, 20 au plus.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Il faut un nom.</translation>
    </message>
    <message>
        <source>Change the name</source>
        <translation>Changer le nom</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>It is called so already.</source>
        <translation>C’est déjà son nom.</translation>
    </message>
    <message>
        <source>Give a role</source>
        <translation>Donner un rôle</translation>
    </message>
    <message>
        <source>Give {name} a role</source>
        <translation>Donner un rôle à {name}</translation>
    </message>
    <message>
        <source>Give the role</source>
        <translation>Donner le rôle</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Nothing fits what was typed.</source>
        <translation>Rien ne correspond à la saisie.</translation>
    </message>
    <message>
        <source>Cover for {name}</source>
        <translation>Remplacement de {name}</translation>
    </message>
    <message>
        <source>Give cover</source>
        <translation>Confier</translation>
    </message>
    <message>
        <source>Until then somebody else may do what this officer may by roles of their own. Cover is not passed on, and it ends by itself.</source>
        <translation>Jusque-là, une autre personne peut faire ce que cet agent peut par ses propres rôles. Un remplacement ne se transmet pas et prend fin de lui-même.</translation>
    </message>
    <message>
        <source>Who stands in</source>
        <translation>Qui remplace</translation>
    </message>
    <message>
        <source>Until which day, as in 2026-12-31</source>
        <translation>Jusqu’à quel jour, comme 2026-12-31</translation>
    </message>
    <message>
        <source>Until what time, as in 18:00</source>
        <translation>Jusqu’à quelle heure, comme 18:00</translation>
    </message>
    <message>
        <source>Day and time are needed, as in 2026-12-31 and 18:00.</source>
        <translation>Il faut un jour et une heure, comme 2026-12-31 et 18:00.</translation>
    </message>
    <message>
        <source>Stands in for {who}</source>
        <translation>Remplace {who}</translation>
    </message>
    <message>
        <source>{who} stands in</source>
        <translation>{who} remplace</translation>
    </message>
    <message>
        <source>until {when}</source>
        <translation>jusqu’au {when}</translation>
    </message>
    <message>
        <source>Role or cover</source>
        <translation>Rôle ou remplacement</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Donné</translation>
    </message>
    <message>
        <source>Unlock profile…</source>
        <translation>Déverrouiller…</translation>
    </message>
    <message>
        <source>Lock profile…</source>
        <translation>Verrouiller…</translation>
    </message>
    <message>
        <source>{profile} locked, misuse?</source>
        <translation>{profile} verrouillé, abus&#x202f;?</translation>
    </message>
    <message>
        <source>Locked by {who} on {when}. Nothing is written through it.</source>
        <translation>Verrouillé par {who} le {when}. Rien n’est écrit par ce profil.</translation>
    </message>
    <message>
        <source>group, with all profiles in it</source>
        <translation>groupe, avec tous ses profils</translation>
    </message>
    <message>
        <source>every profile</source>
        <translation>tous les profils</translation>
    </message>
    <message>
        <source>Give a role…</source>
        <translation>Donner un rôle…</translation>
    </message>
    <message>
        <source>Give cover…</source>
        <translation>Remplacement…</translation>
    </message>
    <message>
        <source>Has left…</source>
        <translation>Est parti…</translation>
    </message>
    <message>
        <source>Roles and cover</source>
        <translation>Rôles et remplacements</translation>
    </message>
    <message>
        <source>What this officer may do, by profile</source>
        <translation>Ce que peut cet agent, par profil</translation>
    </message>
    <message>
        <source>Has left: {by}. Every right has ended.</source>
        <translation>Parti&#x202f;: {by}. Tous les droits ont pris fin.</translation>
    </message>
    <message>
        <source>Added {by}.</source>
        <translation>Ajouté {by}.</translation>
    </message>
    <message>
        <source>ROLES AND COVER</source>
        <translation>RÔLES ET REMPLACEMENTS</translation>
    </message>
    <message>
        <source>MAY DO SOMETHING ON {n} PROFILE</source>
        <translation>PEUT AGIR SUR {n} PROFIL</translation>
    </message>
    <message>
        <source>MAY DO SOMETHING ON {n} PROFILES</source>
        <translation>PEUT AGIR SUR {n} PROFILS</translation>
    </message>
    <message>
        <source>Choose a profile to read why.</source>
        <translation>Choisissez un profil pour lire pourquoi.</translation>
    </message>
    <message>
        <source>{name} may do nothing on any profile.</source>
        <translation>{name} ne peut rien faire sur aucun profil.</translation>
    </message>
    <message>
        <source>{name}, on {profile}: {rights}. Why: {why}.</source>
        <translation>{name}, sur {profile}&#x202f;: {rights}. Pourquoi&#x202f;: {why}.</translation>
    </message>
    <message>
        <source>End the cover</source>
        <translation>Mettre fin au remplacement</translation>
    </message>
    <message>
        <source>Take the role back</source>
        <translation>Retirer le rôle</translation>
    </message>
    <message>
        <source>Choose a role or a cover first.</source>
        <translation>Choisissez d’abord un rôle ou un remplacement.</translation>
    </message>
    <message>
        <source>This officer has left.</source>
        <translation>Cet agent est parti.</translation>
    </message>
    <message>
        <source>Nobody gives rights to themselves.</source>
        <translation>Personne ne se donne de droits à soi-même.</translation>
    </message>
    <message>
        <source>There is nobody else who could stand in.</source>
        <translation>Il n’y a personne d’autre pour remplacer.</translation>
    </message>
    <message>
        <source>{name} is cut off at once, on every desk: {ending}, and what was assigned to them is nobody’s any more. What they did stays in the record. Who comes back later begins without any role.</source>
        <translation>{name} perd tout accès immédiatement, sur tous les postes&#x202f;: {ending}, et ce qui lui était attribué n’est plus à personne. Ce qui a été fait reste au registre. Qui revient plus tard recommence sans aucun rôle.</translation>
    </message>
    <message>
        <source>{name} has left?</source>
        <translation>{name} est parti&#x202f;?</translation>
    </message>
    <message>
        <source>Cut off now</source>
        <translation>Retirer tout accès</translation>
    </message>
    <message>
        <source>{n} role ends</source>
        <translation>{n} rôle prend fin</translation>
    </message>
    <message>
        <source>{n} roles end</source>
        <translation>{n} rôles prennent fin</translation>
    </message>
    <message>
        <source>{n} cover ends</source>
        <translation>{n} remplacement prend fin</translation>
    </message>
    <message>
        <source>{n} covers end</source>
        <translation>{n} remplacements prennent fin</translation>
    </message>
    <message>
        <source>OFFICERS   {places}</source>
        <translation>AGENTS   {places}</translation>
    </message>
    <message>
        <source>Give somebody a role on this profile</source>
        <translation>Donner un rôle à quelqu’un sur ce profil</translation>
    </message>
    <message>
        <source>All who may do something here, and why</source>
        <translation>Qui peut agir ici, et pourquoi</translation>
    </message>
    <message>
        <source>Nobody has a role on this very profile.</source>
        <translation>Personne n’a de rôle sur ce profil même.</translation>
    </message>
    <message>
        <source>publish</source>
        <translation>publier</translation>
    </message>
    <message>
        <source>reply only</source>
        <translation>répondre seulement</translation>
    </message>
    <message>
        <source>draft only</source>
        <translation>rédiger seulement</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>lire seulement</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo what was just decided</source>
        <translation>Annuler ce qui vient d’être décidé</translation>
    </message>
    <message>
        <source>Close this note</source>
        <translation>Fermer cette note</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>parti</translation>
    </message>
    <message>
        <source>away to {day}: {who}</source>
        <translation>absent jusqu’au {day}&#x202f;: {who}</translation>
    </message>
    <message>
        <source>stands in for {who}</source>
        <translation>remplace {who}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Remplacement</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>{n} officer, any number</source>
        <translation>{n} agent, sans limite</translation>
    </message>
    <message>
        <source>{n} officers, any number</source>
        <translation>{n} agents, sans limite</translation>
    </message>
    <message>
        <source>{n} of {most} places</source>
        <translation>{n} places sur {most}</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>{n} of {most}</source>
        <translation>{n} sur {most}</translation>
    </message>
    <message>
        <source>locked, misuse?</source>
        <translation>verrouillé, abus&#x202f;?</translation>
    </message>
    <message>
        <source>Places on {profile}</source>
        <translation>Places sur {profile}</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Fixer</translation>
    </message>
    <message>
        <source>How many officers may have a role on this very profile; 0 for any number. Roles for a group or the whole force take no place.</source>
        <translation>Combien d’agents peuvent avoir un rôle sur ce profil même&#x202f;; 0 pour ne pas limiter. Les rôles pour un groupe ou toute la force ne prennent pas de place.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>A number is needed.</source>
        <translation>Il faut un nombre.</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>C’est déjà le cas.</translation>
    </message>
    <message>
        <source>{profile} is locked</source>
        <translation>{profile} est verrouillé</translation>
    </message>
    <message>
        <source>Record the reason</source>
        <translation>Consigner la raison</translation>
    </message>
    <message>
        <source>Nothing is written through it any more. It is still read. Say why, for whoever looks into it; the lock holds without a reason too.</source>
        <translation>Plus rien n’est écrit par ce profil. Il est toujours lu. Dites pourquoi, pour qui l’examinera&#x202f;; le verrou tient aussi sans raison.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>A reason is needed, or press Cancel.</source>
        <translation>Il faut une raison, ou appuyez sur Annuler.</translation>
    </message>
    <message>
        <source>Unlock {profile}?</source>
        <translation>Déverrouiller {profile}&#x202f;?</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Whoever has the rights may write through it again.</source>
        <translation>Qui en a le droit peut de nouveau écrire par ce profil.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été constaté</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Il faut une raison.</translation>
    </message>
    <message>
        <source>{n} OFFICER MAY DO SOMETHING HERE</source>
        <translation>{n} AGENT PEUT AGIR ICI</translation>
    </message>
    <message>
        <source>{n} OFFICERS MAY DO SOMETHING HERE</source>
        <translation>{n} AGENTS PEUVENT AGIR ICI</translation>
    </message>
    <message>
        <source>Places…</source>
        <translation>Places…</translation>
    </message>
    <message>
        <source>Who may do what on this profile</source>
        <translation>Qui peut quoi sur ce profil</translation>
    </message>
    <message>
        <source>locked, misuse? ({by})</source>
        <translation>verrouillé, abus&#x202f;? ({by})</translation>
    </message>
    <message>
        <source>Choose an officer to read why.</source>
        <translation>Choisissez un agent pour lire pourquoi.</translation>
    </message>
    <message>
        <source>Nobody may do anything here.</source>
        <translation>Personne ne peut rien faire ici.</translation>
    </message>
    <message>
        <source>{who} may {right} here: {why}.</source>
        <translation>{who} a ici ce droit, {right}&#x202f;: {why}.</translation>
    </message>
    <message>
        <source>{who} may not {right} here: {why}.</source>
        <translation>{who} n’a pas ici ce droit, {right}&#x202f;: {why}.</translation>
    </message>
    <message>
        <source>in place of {giver} until {until}, who has {role}</source>
        <translation>en remplacement de {giver} jusqu’au {until}, qui a {role}</translation>
    </message>
    <message>
        <source>{role} for {scope} ({by})</source>
        <translation>{role} pour {scope} ({by})</translation>
    </message>
    <message>
        <source>entry {seq}</source>
        <translation>entrée {seq}</translation>
    </message>
    <message>
        <source>by {who} on {when}, entry {seq}</source>
        <translation>par {who} le {when}, entrée {seq}</translation>
    </message>
    <message>
        <source>the record does not know this number</source>
        <translation>le registre ne connaît pas ce matricule</translation>
    </message>
    <message>
        <source>has left ({by})</source>
        <translation>parti ({by})</translation>
    </message>
    <message>
        <source>the profile is locked ({by})</source>
        <translation>le profil est verrouillé ({by})</translation>
    </message>
    <message>
        <source>no role has this right</source>
        <translation>aucun rôle n’a ce droit</translation>
    </message>
    <message>
        <source>Nothing was changed, because something came first: {what}</source>
        <translation>Rien n’a été changé, car ceci est venu d’abord&#x202f;: {what}</translation>
    </message>
    <message>
        <source>The record keeps this, but it changes nothing: {why}</source>
        <translation>Le registre garde ceci, mais rien ne change&#x202f;: {why}</translation>
    </message>
    <message>
        <source>the record has not been begun.</source>
        <translation>le registre n’a pas été commencé.</translation>
    </message>
    <message>
        <source>the record was begun before.</source>
        <translation>le registre a déjà été commencé.</translation>
    </message>
    <message>
        <source>who decided it is not, or no longer, an officer of this record.</source>
        <translation>qui l’a décidé n’est pas, ou plus, un agent de ce registre.</translation>
    </message>
    <message>
        <source>who decided it has no right to it.</source>
        <translation>qui l’a décidé n’en a pas le droit.</translation>
    </message>
    <message>
        <source>nobody gives rights to themselves.</source>
        <translation>personne ne se donne de droits à soi-même.</translation>
    </message>
    <message>
        <source>the record has no such officer.</source>
        <translation>le registre n’a pas cet agent.</translation>
    </message>
    <message>
        <source>the record has no such role.</source>
        <translation>le registre n’a pas ce rôle.</translation>
    </message>
    <message>
        <source>the record has no such group or profile.</source>
        <translation>le registre n’a pas ce groupe ou ce profil.</translation>
    </message>
    <message>
        <source>there is no such right.</source>
        <translation>ce droit n’existe pas.</translation>
    </message>
    <message>
        <source>it is so already.</source>
        <translation>c’est déjà le cas.</translation>
    </message>
    <message>
        <source>it is not so any more.</source>
        <translation>ce n’est plus le cas.</translation>
    </message>
    <message>
        <source>nobody would be left who may manage the whole force.</source>
        <translation>plus personne ne pourrait gérer toute la force.</translation>
    </message>
    <message>
        <source>every place on the profile is taken.</source>
        <translation>toutes les places du profil sont prises.</translation>
    </message>
    <message>
        <source>its end has passed already.</source>
        <translation>sa fin est déjà passée.</translation>
    </message>
    <message>
        <source>a group would stand in itself.</source>
        <translation>un groupe se contiendrait lui-même.</translation>
    </message>
    <message>
        <source>it is not written as it should be.</source>
        <translation>ce n’est pas écrit comme il faut.</translation>
    </message>
    <message>
        <source>Rights of a role</source>
        <translation>Droits d’un rôle</translation>
    </message>
    <message>
        <source>The role has just these rights.</source>
        <translation>Le rôle a déjà ces droits.</translation>
    </message>
    <message>
        <source>{n} officer has this role.</source>
        <translation>{n} agent a ce rôle.</translation>
    </message>
    <message>
        <source>{n} officers have this role.</source>
        <translation>{n} agents ont ce rôle.</translation>
    </message>
    <message>
        <source>Put name and number right</source>
        <translation>Corriger nom et matricule</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>The record began with the name of this computer’s account. It keeps that, and adds you with the same roles; from then on you work at this desk.</source>
        <translation>Le registre a commencé avec le nom du compte de cet ordinateur. Il le garde et vous ajoute avec les mêmes rôles&#x202f;; dès lors, c’est vous qui travaillez à ce poste.</translation>
    </message>
    <message>
        <source>Your force number</source>
        <translation>Votre matricule</translation>
    </message>
    <message>
        <source>Your rank and name</source>
        <translation>Vos grade et nom</translation>
    </message>
    <message>
        <source>Officers and rights</source>
        <translation>Agents et droits</translation>
    </message>
    <message>
        <source>By officer</source>
        <translation>Par agent</translation>
    </message>
    <message>
        <source>By profile</source>
        <translation>Par profil</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Add officer…</source>
        <translation>Ajouter un agent…</translation>
    </message>
    <message>
        <source>Rights of roles…</source>
        <translation>Droits des rôles…</translation>
    </message>
    <message>
        <source>Find an officer, a role or a group</source>
        <translation>Trouver agent, rôle ou groupe</translation>
    </message>
    <message>
        <source>Find a profile or group</source>
        <translation>Trouver un profil ou un groupe</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>{n} officer</source>
        <translation>{n} agent</translation>
    </message>
    <message>
        <source>{n} officers</source>
        <translation>{n} agents</translation>
    </message>
    <message>
        <source>{n} profile</source>
        <translation>{n} profil</translation>
    </message>
    <message>
        <source>{n} profiles</source>
        <translation>{n} profils</translation>
    </message>
    <message>
        <source>The record is being read. Officers and rights follow from it.</source>
        <translation>Le registre est en cours de lecture. Agents et droits en découlent.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Rédiger</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Modérer</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>Gérer</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Affaires</translation>
    </message>
    <message>
        <source>the whole force</source>
        <translation>toute la force</translation>
    </message>
    <message>
        <source>{profile} on {network}</source>
        <translation>{profile} sur {network}</translation>
    </message>
    <message>
        <source>{name} ({number})</source>
        <translation>{name} ({number})</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date}, {time}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>The record does not know who works at this desk.</source>
        <translation>Le registre ne sait pas qui travaille à ce poste.</translation>
    </message>
    <message>
        <source>The profile is locked: somebody suspects misuse.</source>
        <translation>Le profil est verrouillé&#x202f;: quelqu’un soupçonne un abus.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lire</translation>
    </message>
    <message>
        <source>read private messages</source>
        <translation>lire les messages privés</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>rédiger</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>répondre</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>valider</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>suspendre</translation>
    </message>
    <message>
        <source>release</source>
        <translation>relancer</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>modérer</translation>
    </message>
    <message>
        <source>manage</source>
        <translation>gérer</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exporter</translation>
    </message>
    <message>
        <source>keep the case lists</source>
        <translation>tenir les listes protégées</translation>
    </message>
    <message>
        <source>{name} works at this desk.</source>
        <translation>{name} travaille à ce poste.</translation>
    </message>
    <message>
        <source>Who works at this desk…</source>
        <translation>Qui travaille à ce poste…</translation>
    </message>
</context>
<context>
    <name>Rounds</name>
    <message>
        <source>No backup: {reason}</source>
        <translation>Pas de sauvegarde&#x202f;: {reason}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Type a command or a section</source>
        <translation>Tapez une commande ou une rubrique</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Board</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Columns of posts side by side, each a stream of mentions, comments, messages or searches. New posts wait above what is being read, which never moves.</source>
        <translation>Des colonnes de publications côte à côte, chacune un flux de mentions, de commentaires, de messages ou de recherches. Les nouvelles attendent au-dessus de ce qu’on lit, qui ne bouge jamais.</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>One queue of conversations with the time left to reply. Words that mean a risk to life put a conversation first.</source>
        <translation>Une seule file de conversations, avec le temps qui reste pour répondre. Des mots qui évoquent un danger de mort font passer une conversation en tête.</translation>
    </message>
    <message>
        <source>Planner</source>
        <translation>Planning</translation>
    </message>
    <message>
        <source>Drafts and scheduled, held, sent and failed posts, by time. Nothing that is late goes out by itself.</source>
        <translation>Les brouillons et les publications programmées, suspendues, envoyées ou échouées, dans l’ordre du temps. Rien de ce qui est en retard ne part tout seul.</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>What waits for your decision, soonest first, with what changed since you last looked. No one approves their own post.</source>
        <translation>Ce qui attend votre décision, le plus urgent d’abord, avec ce qui a changé depuis votre dernier passage. Personne ne valide sa propre publication.</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>What is open, whom it concerns, what belongs to it, and which holds and lists of publishers stand on it.</source>
        <translation>Ce qui est ouvert, qui est concerné, ce qui s’y rattache, et quelles suspensions et listes de publieurs en dépendent.</translation>
    </message>
    <message>
        <source>Appeals</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Appeals for missing people, suspects, witnesses and property, and the tips they bring. An appeal closes when its last post is gone.</source>
        <translation>Les appels pour des disparus, des suspects, des témoins ou des biens, et les renseignements qu’ils apportent. Un appel se clôt quand sa dernière publication a disparu.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Archives</translation>
    </message>
    <message>
        <source>Search of every conversation kept here, edited and deleted versions included, and export as evidence. It works without a network.</source>
        <translation>La recherche dans toutes les conversations conservées ici, versions modifiées et supprimées comprises, et l’export comme preuve. Elle fonctionne sans réseau.</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>The force’s accounts: their health, the officers and what each may do, and how much of each network’s allowance is left.</source>
        <translation>Les comptes du service&#x202f;: leur état, les agents et ce que chacun peut faire, et ce qui reste du quota de chaque réseau.</translation>
    </message>
    <message>
        <source>Every decision as a plain sentence: who, when and what about. Nothing can be taken out, and anybody can check that nothing was.</source>
        <translation>Chaque décision en une phrase simple&#x202f;: qui, quand, à quel sujet. Rien ne peut en être retiré, et chacun peut vérifier que rien ne l’a été.</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Exercice</translation>
    </message>
    <message>
        <source>Training against simulated networks with a clock of its own. Nothing leaves the building.</source>
        <translation>L’entraînement sur des réseaux simulés, avec une horloge à part. Rien ne sort du bâtiment.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>How this desk looks and speaks.</source>
        <translation>L’aspect et la langue de ce poste.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registre</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>The record is still being read.</source>
        <translation>Le registre est encore en lecture.</translation>
    </message>
    <message>
        <source>Not possible: {why}</source>
        <translation>Impossible&#x202f;: {why}</translation>
    </message>
    <message>
        <source>Sent elsewhere?</source>
        <translation>Envoyée ailleurs&#x202f;?</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Marquer comme envoyée</translation>
    </message>
    <message>
        <source>It is not sent from here any more. The record says that you said so.</source>
        <translation>Elle ne partira plus d’ici. Le registre dit que vous l’avez déclaré.</translation>
    </message>
    <message>
        <source>Its address, if you have it</source>
        <translation>Son adresse, si vous l’avez</translation>
    </message>
    <message>
        <source>An address begins with https://.</source>
        <translation>Une adresse commence par https://.</translation>
    </message>
    <message>
        <source>Withdraw everywhere?</source>
        <translation>Retirer partout&#x202f;?</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Nothing more of it leaves. Each post that is out is deleted, and looked for until it is seen gone; what others have copied stays with them. A hold does not stop this.</source>
        <translation>Rien n’en part plus. Chaque publication en ligne est supprimée, et recherchée jusqu’à ce qu’on la voie disparue&#x202f;; ce que d’autres ont copié leur reste. Une suspension n’y change rien.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Words that take its place on networks that let a post be edited (nothing: it is deleted there too)</source>
        <translation>Texte de remplacement sur les réseaux où l’on peut modifier (rien&#x202f;: suppression là aussi)</translation>
    </message>
    <message>
        <source>Words in its place</source>
        <translation>Texte de remplacement</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Il faut une raison.</translation>
    </message>
    <message>
        <source>These words are too long.</source>
        <translation>Ce texte est trop long.</translation>
    </message>
    <message>
        <source>{n} needs a person</source>
        <translation>{n} demande une personne</translation>
    </message>
    <message>
        <source>{n} need a person</source>
        <translation>{n} demandent une personne</translation>
    </message>
    <message>
        <source>Nothing of it has left yet.</source>
        <translation>Rien n’en est encore parti.</translation>
    </message>
    <message>
        <source>{n} post is out</source>
        <translation>{n} publication est en ligne</translation>
    </message>
    <message>
        <source>{n} posts are out</source>
        <translation>{n} publications sont en ligne</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Nothing is on its way.</source>
        <translation>Rien n’est en route.</translation>
    </message>
    <message>
        <source>Drafts on their way</source>
        <translation>Brouillons en route</translation>
    </message>
    <message>
        <source>Show each profile</source>
        <translation>Voir chaque profil</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>tout de suite</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Send {n} again</source>
        <translation>En renvoyer {n}</translation>
    </message>
    <message>
        <source>How it leaves</source>
        <translation>Comment elle part</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>Mark as sent elsewhere…</source>
        <translation>Marquer comme envoyée ailleurs…</translation>
    </message>
    <message>
        <source>Open on the network</source>
        <translation>Ouvrir sur le réseau</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Withdraw everywhere…</source>
        <translation>Retirer partout…</translation>
    </message>
    <message>
        <source>{profile}, taking back</source>
        <translation>{profile}, retrait</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>What the network said</source>
        <translation>Ce qu’a dit le réseau</translation>
    </message>
    <message>
        <source>I have looked, it is not there: send it</source>
        <translation>J’ai vérifié, elle n’y est pas&#x202f;: l’envoyer</translation>
    </message>
    <message>
        <source>Send it now all the same</source>
        <translation>L’envoyer maintenant quand même</translation>
    </message>
    <message>
        <source>Let this one through the hold</source>
        <translation>Laisser passer celle-ci</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Edit as a new draft</source>
        <translation>Reprendre en nouveau brouillon</translation>
    </message>
    <message>
        <source>Nothing of it can be written anew: it has left, or may have.</source>
        <translation>Rien ne peut en être réécrit&#x202f;: c’est parti, ou peut-être parti.</translation>
    </message>
    <message>
        <source>A new draft for what failed. The old post stays listed until you mark it as sent elsewhere.</source>
        <translation>Un nouveau brouillon pour ce qui a échoué. L’ancien reste listé jusqu’à ce que vous le marquiez comme envoyé ailleurs.</translation>
    </message>
    <message>
        <source>Outbox {n}</source>
        <translation>Envoi {n}</translation>
    </message>
    <message>
        <source>{n} scheduled</source>
        <translation>planifiées : {n}</translation>
    </message>
    <message>
        <source>{n} held</source>
        <translation>suspendues : {n}</translation>
    </message>
    <message>
        <source>What is on its way, and what needs a person</source>
        <translation>Ce qui est en route, et ce qui demande une personne</translation>
    </message>
    <message>
        <source>{n} post needs you</source>
        <translation>{n} publication vous attend</translation>
    </message>
    <message>
        <source>{n} posts need you</source>
        <translation>{n} publications vous attendent</translation>
    </message>
    <message>
        <source>Something did not leave, or nobody knows whether it did.</source>
        <translation>Quelque chose n’est pas parti, ou personne ne le sait.</translation>
    </message>
    <message>
        <source>Unknown whether “{title}” was sent to {profile}.</source>
        <translation>On ne sait pas si «&#x202f;&#x202f;{title}&#x202f;» est partie vers {profile}.</translation>
    </message>
    <message>
        <source>“{title}” was not sent to {profile}.</source>
        <translation>«&#x202f;&#x202f;{title}&#x202f;» n’est pas partie vers {profile}.</translation>
    </message>
    <message>
        <source>{n} of {all} seen gone</source>
        <translation>{n} sur {all} vues disparues</translation>
    </message>
    <message>
        <source>{n} wait for approval</source>
        <translation>{n} en attente de validation</translation>
    </message>
    <message>
        <source>{n} late</source>
        <translation>{n} en retard</translation>
    </message>
    <message>
        <source>{n} being sent</source>
        <translation>{n} en cours d’envoi</translation>
    </message>
    <message>
        <source>{n} sent</source>
        <translation>envoyées : {n}</translation>
    </message>
    <message>
        <source>{n} not sent</source>
        <translation>non envoyées : {n}</translation>
    </message>
    <message>
        <source>{n} unknown</source>
        <translation>inconnues : {n}</translation>
    </message>
    <message>
        <source>{n} withdrawn</source>
        <translation>retirées : {n}</translation>
    </message>
    <message>
        <source>The network refused it.</source>
        <translation>Le réseau l’a refusée.</translation>
    </message>
    <message>
        <source>The network says it has this already.</source>
        <translation>Le réseau dit l’avoir déjà.</translation>
    </message>
    <message>
        <source>The profile’s sign-in has expired: connect it again.</source>
        <translation>La connexion du profil a expiré&#x202f;: reconnectez-le.</translation>
    </message>
    <message>
        <source>The profile may not do this there.</source>
        <translation>Le profil n’en a pas le droit.</translation>
    </message>
    <message>
        <source>What it is about is not there any more.</source>
        <translation>Ce dont il s’agit n’existe plus.</translation>
    </message>
    <message>
        <source>The network wants no more for now.</source>
        <translation>Le réseau n’en veut plus pour l’instant.</translation>
    </message>
    <message>
        <source>The network could not be reached.</source>
        <translation>Le réseau est hors d’atteinte.</translation>
    </message>
    <message>
        <source>The network cannot do this.</source>
        <translation>Le réseau ne sait pas le faire.</translation>
    </message>
    <message>
        <source>A check stopped it.</source>
        <translation>Un contrôle l’a arrêtée.</translation>
    </message>
    <message>
        <source>A photo or clip of it is missing.</source>
        <translation>Il manque une photo ou un clip.</translation>
    </message>
    <message>
        <source>It was stopped before it left.</source>
        <translation>Elle a été arrêtée avant de partir.</translation>
    </message>
    <message>
        <source>This computer slept when it was due.</source>
        <translation>Cet ordinateur dormait à l’heure prévue.</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Planifiée</translation>
    </message>
    <message>
        <source>Leaves {when}</source>
        <translation>Départ {when}</translation>
    </message>
    <message>
        <source>Sent elsewhere</source>
        <translation>Envoyée ailleurs</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Sent {when}</source>
        <translation>Envoyée {when}</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Un nouvel essai a lieu de lui-même.</translation>
    </message>
    <message>
        <source>It said: {words}</source>
        <translation>Il a dit&#x202f;: {words}</translation>
    </message>
    <message>
        <source>Its time has passed: it waits for a person.</source>
        <translation>Son heure est passée&#x202f;: elle attend une personne.</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Message privé</translation>
    </message>
    <message>
        <source>Repost</source>
        <translation>Partage</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>J’aime</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Réafficher</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Who may reply</source>
        <translation>Qui peut répondre</translation>
    </message>
    <message>
        <source>A check stopped it: {rule}.</source>
        <translation>Un contrôle l’a arrêté&#x202f;: {rule}.</translation>
    </message>
    <message>
        <source>The server may take less than when this was approved.</source>
        <translation>Le serveur accepte peut-être moins qu’au moment de l’approbation.</translation>
    </message>
    <message>
        <source>A person can: {steps}</source>
        <translation>Une personne peut le faire&#x202f;: {steps}</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>Attend la validation</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Suspendue</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>En cours d’envoi</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyée</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Withdrawn, never sent</source>
        <translation>Retirée, jamais envoyée</translation>
    </message>
    <message>
        <source>Replaced, seen</source>
        <translation>Remplacée, vue</translation>
    </message>
    <message>
        <source>Seen gone</source>
        <translation>Vue disparue</translation>
    </message>
    <message>
        <source>Replaced, not seen yet</source>
        <translation>Remplacée, pas encore vue</translation>
    </message>
    <message>
        <source>Deleted, not seen gone yet</source>
        <translation>Supprimée, pas encore vue disparue</translation>
    </message>
    <message>
        <source>Needs a person: still there?</source>
        <translation>Demande une personne&#x202f;: toujours là&#x202f;?</translation>
    </message>
    <message>
        <source>Being replaced</source>
        <translation>En cours de remplacement</translation>
    </message>
    <message>
        <source>Being taken back</source>
        <translation>En cours de retrait</translation>
    </message>
    <message>
        <source>The profile’s own posts are read to see whether it is there.</source>
        <translation>Les publications du profil sont relues pour voir si elle y est.</translation>
    </message>
    <message>
        <source>Looked for {n} time, not found.</source>
        <translation>Cherchée {n} fois, non trouvée.</translation>
    </message>
    <message>
        <source>Looked for {n} times, not found.</source>
        <translation>Cherchée {n} fois, non trouvée.</translation>
    </message>
    <message>
        <source>{when}: found on the profile</source>
        <translation>{when}&#x202f;: trouvée sur le profil</translation>
    </message>
    <message>
        <source>Looked for on the profile, by what was sent:</source>
        <translation>Recherchée sur le profil, d’après ce qui a été envoyé&#x202f;:</translation>
    </message>
    <message>
        <source>Looked for {words} among the profile’s own posts:</source>
        <translation>Recherche de {words} parmi les publications du profil&#x202f;:</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Sent, found by reading back</source>
        <translation>Envoyé, retrouvé par relecture</translation>
    </message>
    <message>
        <source>Sent by hand elsewhere</source>
        <translation>Envoyé à la main ailleurs</translation>
    </message>
    <message>
        <source>Being withdrawn</source>
        <translation>Retrait en cours</translation>
    </message>
    <message>
        <source>Not taken back: still there?</source>
        <translation>Non retiré&#x202f;: encore là&#x202f;?</translation>
    </message>
    <message>
        <source>Taken back, not seen gone yet</source>
        <translation>Retiré, disparition pas encore constatée</translation>
    </message>
    <message>
        <source>Taken back, seen gone</source>
        <translation>Retiré, disparition constatée</translation>
    </message>
    <message>
        <source>Text replaced, seen</source>
        <translation>Texte remplacé, constaté</translation>
    </message>
    <message>
        <source>{when}: not among {n} posts back to {since}</source>
        <translation>{when}&#x202f;: pas parmi {n} publications depuis {since}</translation>
    </message>
    <message>
        <source>{look}, which is not far enough to count</source>
        <translation>{look}, ce qui n’est pas assez loin pour compter</translation>
    </message>
    <message>
        <source>A private message that is not for you</source>
        <translation>Un message privé qui ne vous est pas destiné</translation>
    </message>
    <message>
        <source>nobody had to</source>
        <translation>personne n’avait à le faire</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Rédigé par</translation>
    </message>
    <message>
        <source>Put forward</source>
        <translation>Proposé</translation>
    </message>
    <message>
        <source>Answered yes</source>
        <translation>Répondu oui</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Accord de</translation>
    </message>
    <message>
        <source>Sending began</source>
        <translation>Début d’envoi</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Consigné</translation>
    </message>
    <message>
        <source>Network’s time</source>
        <translation>Heure du réseau</translation>
    </message>
    <message>
        <source>It answered</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Its id there</source>
        <translation>Identifiant là-bas</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entrées</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentatives</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>Recherché</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Nouvel essai</translation>
    </message>
    <message>
        <source>Let go again</source>
        <translation>Relâché</translation>
    </message>
    <message>
        <source>Withdrawn by</source>
        <translation>Retiré par</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Not taken back</source>
        <translation>Non retiré</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Repris</translation>
    </message>
    <message>
        <source>Seen gone</source>
        <translation>Disparition vue</translation>
    </message>
    <message>
        <source>The text as this profile got it</source>
        <translation>Le texte tel que ce profil l’a reçu</translation>
    </message>
    <message>
        <source>Show the entry in the record</source>
        <translation>Montrer l’entrée dans le registre</translation>
    </message>
    <message>
        <source>Words of the text, its files or answers</source>
        <translation>Mots du texte, de ses fichiers ou des réponses</translation>
    </message>
    <message>
        <source>Find in everything sent</source>
        <translation>Chercher dans tout ce qui a été envoyé</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Sent by which profile?</source>
        <translation>Envoyé par quel profil&#x202f;?</translation>
    </message>
    <message>
        <source>On which network?</source>
        <translation>Sur quel réseau&#x202f;?</translation>
    </message>
    <message>
        <source>Who wrote, agreed, sent or withdrew?</source>
        <translation>Qui a rédigé, donné son accord, envoyé ou retiré&#x202f;?</translation>
    </message>
    <message>
        <source>What became of it?</source>
        <translation>Qu’est-ce que c’est devenu&#x202f;?</translation>
    </message>
    <message>
        <source>What is listed as a table (CSV)</source>
        <translation>Ce qui est listé, en tableau (CSV)</translation>
    </message>
    <message>
        <source>What is listed with its proof, for programs (JSON)</source>
        <translation>Ce qui est listé avec sa preuve, pour des programmes (JSON)</translation>
    </message>
    <message>
        <source>Export everything that was sent</source>
        <translation>Exporter tout ce qui a été envoyé</translation>
    </message>
    <message>
        <source>Everything that was sent</source>
        <translation>Tout ce qui a été envoyé</translation>
    </message>
    <message>
        <source>What was sent, the newest first</source>
        <translation>Ce qui a été envoyé, du plus récent au plus ancien</translation>
    </message>
    <message>
        <source>Show what came since</source>
        <translation>Montrer ce qui est venu depuis</translation>
    </message>
    <message>
        <source>{n} delivery</source>
        <translation>{n} envoi</translation>
    </message>
    <message>
        <source>{n} deliveries</source>
        <translation>{n} envois</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Rien n’a encore été envoyé.</translation>
    </message>
    <message>
        <source>Nothing that was sent fits these filters.</source>
        <translation>Rien de ce qui a été envoyé ne correspond à ces filtres.</translation>
    </message>
    <message>
        <source>{deliveries} so far, looked back to entry {n}</source>
        <translation>{deliveries} jusqu’ici, registre relu jusqu’à l’entrée {n}</translation>
    </message>
    <message>
        <source>Narrow the search to see what is older, or export.</source>
        <translation>Affinez la recherche pour voir ce qui est plus ancien, ou exportez.</translation>
    </message>
    <message>
        <source>Unknown so far, see the outbox: {n}</source>
        <translation>Inconnus pour l’instant, voir la boîte d’envoi&#x202f;: {n}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Muet</translation>
    </message>
    <message>
        <source>As by day</source>
        <translation>Comme le jour</translation>
    </message>
    <message>
        <source>Sound of alerts from {first} to {last}</source>
        <translation>Son des alertes de {first} à {last}</translation>
    </message>
    <message>
        <source>Name of the force</source>
        <translation>Nom du service</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>Nom de ce poste</translation>
    </message>
    <message>
        <source>Reduce motion: cursors in text fields do not blink</source>
        <translation>Réduire les mouvements&#xa0;: les curseurs des champs de texte ne clignotent pas</translation>
    </message>
    <message>
        <source>Single keys: C, / and G act outside text fields</source>
        <translation>Touches simples&#x202f;: C, / et G agissent hors des champs de texte</translation>
    </message>
    <message>
        <source>Sound: alerts may be heard on this desk</source>
        <translation>Son&#x202f;: les alertes peuvent s’entendre sur ce poste</translation>
    </message>
    <message>
        <source>Checks before publishing</source>
        <translation>Contrôles avant publication</translation>
    </message>
    <message>
        <source>Sites of the force, parted by commas</source>
        <translation>Sites du service, séparés par des virgules</translation>
    </message>
    <message>
        <source>Public numbers of the force, parted by commas</source>
        <translation>Numéros publics du service, séparés par des virgules</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>{board} (mine, {time})</source>
        <translation>{board} (le mien, {time})</translation>
    </message>
    <message>
        <source>This desk is in no team.</source>
        <translation>Ce poste n’est dans aucune équipe.</translation>
    </message>
    <message>
        <source>This board is shared with the team already.</source>
        <translation>Ce tableau est déjà partagé avec l’équipe.</translation>
    </message>
    <message>
        <source>This board is not shared with the team.</source>
        <translation>Ce tableau n’est pas partagé avec l’équipe.</translation>
    </message>
    <message>
        <source>A change of it still waits for the team’s database.</source>
        <translation>Une modification de ce tableau attend encore la base de données de l’équipe.</translation>
    </message>
    <message>
        <source>The board “{board}” now stands as {who} left it. Yours is kept as “{copy}”, for you alone.</source>
        <translation>Le tableau «&#x202f;&#x202f;{board}&#x202f;» est maintenant tel que {who} l’a laissé. Le vôtre est gardé sous le nom «&#x202f;&#x202f;{copy}&#x202f;», pour vous seul.</translation>
    </message>
    <message>
        <source>{who} changed the board first</source>
        <translation>{who} a modifié le tableau en premier</translation>
    </message>
    <message>
        <source>“{board}” is no longer shared. It stays here as your own.</source>
        <translation>«&#x202f;&#x202f;{board}&#x202f;» n’est plus partagé. Il reste ici comme tableau personnel.</translation>
    </message>
    <message>
        <source>The team does not have this board</source>
        <translation>L’équipe n’a pas ce tableau</translation>
    </message>
    <message>
        <source>The board “{board}” is still shared</source>
        <translation>Le tableau «&#x202f;&#x202f;{board}&#x202f;» est toujours partagé</translation>
    </message>
    <message>
        <source>“{board}” is too large to be shared</source>
        <translation>«&#x202f;&#x202f;{board}&#x202f;» est trop grand pour être partagé</translation>
    </message>
    <message>
        <source>Close some of its columns, or shorten its name or filters.</source>
        <translation>Fermez quelques-unes de ses colonnes, ou raccourcissez son nom ou ses filtres.</translation>
    </message>
    <message>
        <source>The boards are still being read.</source>
        <translation>Les tableaux sont encore en cours de lecture.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter the shortcuts</source>
        <translation>Filtrer les raccourcis</translation>
    </message>
    <message>
        <source>Close, Esc</source>
        <translation>Fermer, Échap</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Chosen.</source>
        <translation>Choisie.</translation>
    </message>
    <message>
        <source>Unread.</source>
        <translation>Non lue.</translation>
    </message>
    <message>
        <source>Ours.</source>
        <translation>De nous.</translation>
    </message>
    <message>
        <source>Covered: {warning}.</source>
        <translation>Masqué&#x202f;: {warning}.</translation>
    </message>
    <message>
        <source>{name} on {network}, through {profile}, {when}:</source>
        <translation>{name} sur {network}, par {profile}, {when}&#x202f;:</translation>
    </message>
    <message>
        <source>{name} on {network}, {when}:</source>
        <translation>{name} sur {network}, {when}&#x202f;:</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>sans description</translation>
    </message>
    <message>
        <source>{n} photo</source>
        <translation>{n} photo</translation>
    </message>
    <message>
        <source>{n} photos</source>
        <translation>{n} photos</translation>
    </message>
    <message>
        <source>{n} video</source>
        <translation>{n} vidéo</translation>
    </message>
    <message>
        <source>{n} videos</source>
        <translation>{n} vidéos</translation>
    </message>
    <message>
        <source>{n} attachment</source>
        <translation>{n} pièce jointe</translation>
    </message>
    <message>
        <source>{n} attachments</source>
        <translation>{n} pièces jointes</translation>
    </message>
    <message>
        <source>Private.</source>
        <translation>Privé.</translation>
    </message>
    <message>
        <source>{n} reply</source>
        <translation>{n} réponse</translation>
    </message>
    <message>
        <source>{n} replies</source>
        <translation>{n} réponses</translation>
    </message>
    <message>
        <source>{n} repost</source>
        <translation>{n} partage</translation>
    </message>
    <message>
        <source>{n} reposts</source>
        <translation>{n} partages</translation>
    </message>
    <message>
        <source>{n} like</source>
        <translation>{n} mention j’aime</translation>
    </message>
    <message>
        <source>{n} likes</source>
        <translation>{n} mentions j’aime</translation>
    </message>
    <message>
        <source>{n} view</source>
        <translation>{n} vue</translation>
    </message>
    <message>
        <source>{n} views</source>
        <translation>{n} vues</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>The sign-in has expired. Sign in again in Profiles.</source>
        <translation>La connexion a expiré. Reconnectez-vous dans Profils.</translation>
    </message>
    <message>
        <source>Saved posts</source>
        <translation>Publications enregistrées</translation>
    </message>
    <message>
        <source>Nothing is being read.</source>
        <translation>Rien n’est lu en ce moment.</translation>
    </message>
    <message>
        <source>The engine has stopped; it starts again by itself. You see saved posts.</source>
        <translation>Le moteur s’est arrêté&#x202f;; il repart de lui-même. Vous voyez les publications enregistrées.</translation>
    </message>
    <message>
        <source>Not reading</source>
        <translation>Lecture arrêtée</translation>
    </message>
    <message>
        <source>Private: messages are hidden here.</source>
        <translation>Privé&#x202f;: les messages sont masqués ici.</translation>
    </message>
    <message>
        <source>No role of who works at this desk has the right to read private messages of {n} profile of this stream.</source>
        <translation>Aucun rôle de la personne à ce poste ne donne le droit de lire les messages privés de {n} profil de ce flux.</translation>
    </message>
    <message>
        <source>No role of who works at this desk has the right to read private messages of {n} profiles of this stream.</source>
        <translation>Aucun rôle de la personne à ce poste ne donne le droit de lire les messages privés de {n} profils de ce flux.</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>First read</source>
        <translation>Première lecture</translation>
    </message>
    <message>
        <source>{done} of {n} profiles</source>
        <translation>{done} profils sur {n}</translation>
    </message>
    <message>
        <source>{done} of {n} sources</source>
        <translation>{done} sources sur {n}</translation>
    </message>
    <message>
        <source>Waiting for the first read</source>
        <translation>En attente de la première lecture</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n}&#x202f;min</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>This stream has been removed.</source>
        <translation>Ce flux a été retiré.</translation>
    </message>
    <message>
        <source>Close the column, or choose another stream for a new one.</source>
        <translation>Fermez la colonne, ou choisissez un autre flux pour une nouvelle.</translation>
    </message>
    <message>
        <source>Cannot read</source>
        <translation>Lecture impossible</translation>
    </message>
    <message>
        <source>Slowed</source>
        <translation>Ralenti</translation>
    </message>
    <message>
        <source>The network cannot be reached.</source>
        <translation>Le réseau est injoignable.</translation>
    </message>
    <message>
        <source>The network does not allow this reading to the profile that asks for it. Ask whoever looks after the profile for the right to read, or read it through another one.</source>
        <translation>Le réseau ne permet pas cette lecture au profil qui la demande. Demandez le droit de lecture à qui gère le profil, ou passez par un autre profil.</translation>
    </message>
    <message>
        <source>The network does not know what is asked for any more. Check the name in Profiles, or close the column.</source>
        <translation>Le réseau ne connaît plus ce qui est demandé. Vérifiez le nom dans Profils, ou fermez la colonne.</translation>
    </message>
    <message>
        <source>The network answers in a way that cannot be read. It is tried again by itself; tell support if it stays so.</source>
        <translation>Le réseau répond de façon illisible. Un nouvel essai se fait de lui-même&#x202f;; prévenez l’assistance si cela dure.</translation>
    </message>
    <message>
        <source>The network’s budget for this reading is used for now. It goes on by itself when the budget is full again.</source>
        <translation>Le quota du réseau pour cette lecture est épuisé pour l’instant. Elle reprend d’elle-même quand le quota revient.</translation>
    </message>
    <message>
        <source>More comes in than may be read at once. The newest is read first, the rest is filled in later.</source>
        <translation>Il arrive plus que ce qui peut être lu à la fois. Le plus récent est lu d’abord, le reste est comblé ensuite.</translation>
    </message>
    <message>
        <source>Offline since {time}.</source>
        <translation>Hors ligne depuis {time}.</translation>
    </message>
    <message>
        <source>You see posts saved on this workstation; filters and search work. New ones come by themselves once the network is back.</source>
        <translation>Vous voyez les publications enregistrées sur ce poste&#x202f;; filtres et recherche fonctionnent. Les nouvelles arrivent d’elles-mêmes au retour du réseau.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>saved posts</source>
        <translation>publications enregistrées</translation>
    </message>
    <message>
        <source>{networks}: not everything can be reached.</source>
        <translation>{networks}&#x202f;: une partie est injoignable.</translation>
    </message>
    <message>
        <source>The rest of this stream is read. What is missing comes once it can be reached.</source>
        <translation>Le reste de ce flux est lu. Ce qui manque viendra dès que ce sera joignable.</translation>
    </message>
    <message>
        <source>{n} of {all} sources not reached</source>
        <translation>injoignables&#x202f;: {n} sur {all}</translation>
    </message>
    <message>
        <source>Partly offline</source>
        <translation>En partie hors ligne</translation>
    </message>
    <message>
        <source>Slowed by the network.</source>
        <translation>Ralenti par le réseau.</translation>
    </message>
    <message>
        <source>Cannot read this stream.</source>
        <translation>Ce flux ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Cannot read {n} part of this stream.</source>
        <translation>{n} partie de ce flux ne peut pas être lue.</translation>
    </message>
    <message>
        <source>Cannot read {n} parts of this stream.</source>
        <translation>{n} parties de ce flux ne peuvent pas être lues.</translation>
    </message>
    <message>
        <source>Open Profiles</source>
        <translation>Ouvrir Profils</translation>
    </message>
    <message>
        <source>For support: {code}</source>
        <translation>Pour l’assistance&#x202f;: {code}</translation>
    </message>
    <message>
        <source>last good read {time}</source>
        <translation>dernière lecture {time}</translation>
    </message>
    <message>
        <source>Read once now</source>
        <translation>Lire une fois</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>{n} source not read lately</source>
        <translation>{n} source non lue récemment</translation>
    </message>
    <message>
        <source>{n} sources not read lately</source>
        <translation>{n} sources non lues récemment</translation>
    </message>
    <message>
        <source>Partly live</source>
        <translation>En partie en direct</translation>
    </message>
    <message>
        <source>{n} profile</source>
        <translation>{n} profil</translation>
    </message>
    <message>
        <source>{n} profiles</source>
        <translation>{n} profils</translation>
    </message>
    <message>
        <source>saved up to {time}</source>
        <translation>enregistré jusqu’à {time}</translation>
    </message>
    <message>
        <source>Who may read them is told in Profiles, under Officers and rights.</source>
        <translation>Qui peut les lire se trouve dans Profils, sous Agents et droits.</translation>
    </message>
</context>
<context>
    <name>Station</name>
    <message>
        <source>The station does not check everything</source>
        <translation>La station ne vérifie pas tout</translation>
    </message>
    <message>
        <source>The station does not know the force’s own sites.</source>
        <translation>La station ne connaît pas les sites de la police.</translation>
    </message>
    <message>
        <source>The station has no key of the case lists: before something leaves, {n} item on them is not looked for.</source>
        <translation>La station n’a pas la clé des listes protégées&#x202f;: avant tout envoi, {n} entrée n’y est pas recherchée.</translation>
    </message>
    <message>
        <source>The station has no key of the case lists: before something leaves, {n} items on them are not looked for.</source>
        <translation>La station n’a pas la clé des listes protégées&#x202f;: avant tout envoi, {n} entrées n’y sont pas recherchées.</translation>
    </message>
    <message>
        <source>Open Control Room on the computer {computer} with the station’s data folder and enter what is missing under Settings; it counts within a minute.</source>
        <translation>Ouvrez Control Room sur l’ordinateur {computer} avec le dossier de données de la station et saisissez ce qui manque dans les Réglages&#x202f;; cela compte en moins d’une minute.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Status bar</source>
        <translation>Barre d’état</translation>
    </message>
    <message>
        <source>No network connected yet</source>
        <translation>Aucun réseau connecté pour l’instant</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>First read under way</source>
        <translation>Première lecture en cours</translation>
    </message>
    <message>
        <source>Waiting for the first read</source>
        <translation>En attente de la première lecture</translation>
    </message>
    <message>
        <source>Cache {n} post</source>
        <translation>Cache&#x202f;: {n} publication</translation>
    </message>
    <message>
        <source>Cache {n} posts</source>
        <translation>Cache&#x202f;: {n} publications</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Theme: {now}</source>
        <translation>Thème&#x202f;: {now}</translation>
    </message>
    <message>
        <source>Text size: {now}</source>
        <translation>Taille du texte&#x202f;: {now}</translation>
    </message>
    <message>
        <source>Language: {now}</source>
        <translation>Langue&#x202f;: {now}</translation>
    </message>
    <message>
        <source>Press for: {other}</source>
        <translation>Passer à&#x202f;: {other}</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>each source every {time}</source>
        <translation>chaque source toutes les {time}</translation>
    </message>
    <message>
        <source>each source every {quickest} to {slowest}</source>
        <translation>chaque source toutes les {quickest} à {slowest}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} of {all} sources cannot be read</source>
        <translation>{n} sources sur {all} ne peuvent être lues</translation>
    </message>
    <message>
        <source>last read {age} ago</source>
        <translation>dernière lecture il y a {age}</translation>
    </message>
    <message>
        <source>{share} of the reads left</source>
        <translation>{share} des lectures restent</translation>
    </message>
    <message>
        <source>whole at {time}</source>
        <translation>rétabli à {time}</translation>
    </message>
    <message>
        <source>{amount} {currency} today</source>
        <translation>{amount} {currency} aujourd’hui</translation>
    </message>
</context>
<context>
    <name>Streams</name>
    <message>
        <source>The engine is starting. Try again in a moment.</source>
        <translation>Le moteur démarre. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Switched on: {name}</source>
        <translation>Mis en marche&#x202f;: {name}</translation>
    </message>
    <message>
        <source>New stream</source>
        <translation>Nouveau flux</translation>
    </message>
    <message>
        <source>All profiles</source>
        <translation>Tous les profils</translation>
    </message>
    <message>
        <source>What is read</source>
        <translation>Ce qui est lu</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Every one</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Urgent: read before the others</source>
        <translation>Urgent&#x202f;: lu avant les autres</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>Mettre en marche</translation>
    </message>
    <message>
        <source>all profiles</source>
        <translation>tous les profils</translation>
    </message>
    <message>
        <source>This is needed too.</source>
        <translation>Ceci est nécessaire aussi.</translation>
    </message>
    <message>
        <source>“{words}” reads like a protest. State the policing purpose; it is kept with the stream.</source>
        <translation>«&#x202f;&#x202f;{words}&#x202f;» ressemble à une manifestation. Indiquez le but policier&#x202f;; il est gardé avec le flux.</translation>
    </message>
    <message>
        <source>“{words}” follows a person. State the policing purpose; it is kept with the stream.</source>
        <translation>«&#x202f;&#x202f;{words}&#x202f;» suit une personne. Indiquez le but policier&#x202f;; il est gardé avec le flux.</translation>
    </message>
    <message>
        <source>Home timeline</source>
        <translation>Fil d’accueil</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Own posts</source>
        <translation>Propres publications</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>Messages privés</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Hashtag</source>
        <translation>Mot-dièse</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Flux web</translation>
    </message>
    <message>
        <source>Live comments</source>
        <translation>Commentaires en direct</translation>
    </message>
    <message>
        <source>{name}: read already, so that it costs nothing more.</source>
        <translation>{name}&#x202f;: déjà lu, donc sans coût supplémentaire.</translation>
    </message>
    <message>
        <source>{n} of its sources is read already and costs nothing more.</source>
        <translation>{n} de ses sources est déjà lue et ne coûte rien de plus.</translation>
    </message>
    <message>
        <source>{n} of its sources are read already and cost nothing more.</source>
        <translation>{n} de ses sources sont déjà lues et ne coûtent rien de plus.</translation>
    </message>
    <message>
        <source>{name}: about {day} {currency} a day, for {items} messages at {each} and {people} people at {person}.</source>
        <translation>{name}&#x202f;: environ {day} {currency} par jour, pour {items} messages à {each} et {people} personnes à {person}.</translation>
    </message>
    <message>
        <source>{name}: about {day} {currency} a day, for {items} posts at {each} and {people} people at {person}, each on {days} days as they are looked at again.</source>
        <translation>{name}&#x202f;: environ {day} {currency} par jour, pour {items} publications à {each} et {people} personnes à {person}, comptées sur {days} jours car elles sont revues.</translation>
    </message>
    <message>
        <source>Reckoned from what was read before; prices of {date}.</source>
        <translation>Calculé d’après ce qui a déjà été lu&#x202f;; prix du {date}.</translation>
    </message>
    <message>
        <source>Assumed, as nothing like it was read before; prices of {date}.</source>
        <translation>Supposé, car rien de tel n’a encore été lu&#x202f;; prix du {date}.</translation>
    </message>
    <message>
        <source>Words to search for, as the network takes them</source>
        <translation>Mots à chercher, comme le réseau les prend</translation>
    </message>
    <message>
        <source>Id of the list, as the network gives it</source>
        <translation>Numéro de la liste, tel que le réseau le donne</translation>
    </message>
    <message>
        <source>Id of the first post</source>
        <translation>Numéro de la première publication</translation>
    </message>
    <message>
        <source>Address of the feed</source>
        <translation>Adresse du flux web</translation>
    </message>
</context>
<context>
    <name>Surge</name>
    <message>
        <source>growing</source>
        <translation>en hausse</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>calme</translation>
    </message>
    <message>
        <source>{n} author</source>
        <translation>{n} auteur</translation>
    </message>
    <message>
        <source>{n} authors</source>
        <translation>{n} auteurs</translation>
    </message>
    <message>
        <source>{n}/s</source>
        <translation>{n}/s</translation>
    </message>
    <message>
        <source>1 in {n} shown</source>
        <translation>1 sur {n} affichée</translation>
    </message>
    <message>
        <source>Surge</source>
        <translation>Afflux</translation>
    </message>
    <message>
        <source>Surge, {n} post a second.</source>
        <translation>Afflux, {n} publication par seconde.</translation>
    </message>
    <message>
        <source>Surge, {n} posts a second.</source>
        <translation>Afflux, {n} publications par seconde.</translation>
    </message>
    <message>
        <source>Edit rule</source>
        <translation>Modifier la règle</translation>
    </message>
    <message>
        <source>The surge is over.</source>
        <translation>L’afflux est terminé.</translation>
    </message>
    <message>
        <source>{n} post of it is not shown by itself. It is saved.</source>
        <translation>{n} de ses publications n’est pas affichée seule. Elle est enregistrée.</translation>
    </message>
    <message>
        <source>{n} posts of it are not shown by themselves. They are saved.</source>
        <translation>{n} de ses publications ne sont pas affichées seules. Elles sont enregistrées.</translation>
    </message>
    <message>
        <source>Show every post</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Posts shown one by one in a surge</source>
        <translation>Publications affichées une à une lors d’un afflux</translation>
    </message>
    <message>
        <source>All others are grouped and counted. Everything is saved. This holds for this desk, at once and from now on. A place that ten posts of a surge have named is what it is about, and is no reason any more.</source>
        <translation>Toutes les autres sont regroupées et comptées. Tout est enregistré. Cela vaut pour ce poste, dès maintenant et par la suite. Un lieu que dix publications d’un afflux ont nommé en est le sujet et ne compte plus.</translation>
    </message>
    <message>
        <source>Posts with pictures, clips or sound</source>
        <translation>Publications avec image, vidéo ou son</translation>
    </message>
    <message>
        <source>Posts that name a junction, street or other place</source>
        <translation>Publications qui nomment un échangeur, une rue ou un autre lieu</translation>
    </message>
    <message>
        <source>Posts with a word of risk</source>
        <translation>Publications avec un mot à risque</translation>
    </message>
    <message>
        <source>Posts by authors whom many follow</source>
        <translation>Publications d’auteurs très suivis</translation>
    </message>
    <message>
        <source>More followers than</source>
        <translation>Abonnés, plus de</translation>
    </message>
    <message>
        <source>Further names of places, parted by commas</source>
        <translation>Autres noms de lieux, séparés par des virgules</translation>
    </message>
    <message>
        <source>Near copies are grouped. No single posts show. Everything is saved.</source>
        <translation>Les textes presque identiques sont regroupés. Aucune publication n’est affichée seule. Tout est enregistré.</translation>
    </message>
    <message>
        <source>Near copies are grouped. Single posts show only if they have {reasons}. Everything is saved.</source>
        <translation>Les textes presque identiques sont regroupés. Une publication n’est affichée seule que si elle a {reasons}. Tout est enregistré.</translation>
    </message>
    <message>
        <source>media</source>
        <translation>un média</translation>
    </message>
    <message>
        <source>a place</source>
        <translation>un lieu</translation>
    </message>
    <message>
        <source>a word of risk</source>
        <translation>un mot à risque</translation>
    </message>
    <message>
        <source>an author with over {n} followers</source>
        <translation>un auteur suivi par plus de {n} personnes</translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation>{first} ou {last}</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>{n} unread post</source>
        <translation>{n} publication non lue</translation>
    </message>
    <message>
        <source>{n} unread posts</source>
        <translation>{n} publications non lues</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>partagé</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>No boards yet. + adds the first one.</source>
        <translation>Pas encore de tableau. + ajoute le premier.</translation>
    </message>
    <message>
        <source>{n} more board</source>
        <translation>{n} autre tableau</translation>
    </message>
    <message>
        <source>{n} more boards</source>
        <translation>{n} autres tableaux</translation>
    </message>
    <message>
        <source>{seen} of {total} columns</source>
        <translation>{seen} colonnes sur {total}</translation>
    </message>
    <message>
        <source>{seen} of {total}</source>
        <translation>{seen} sur {total}</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>Saved texts and holding statements</source>
        <translation>Textes enregistrés et éléments de langage</translation>
    </message>
    <message>
        <source>Find a text</source>
        <translation>Trouver un texte</translation>
    </message>
    <message>
        <source>Name of the text</source>
        <translation>Nom du texte</translation>
    </message>
    <message>
        <source>A text, with fields in braces to be filled in</source>
        <translation>Un texte, avec des champs entre accolades à remplir</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>Langue du texte</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Save for everybody</source>
        <translation>Enregistrer pour tous</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>No saved text has these words.</source>
        <translation>Aucun texte enregistré ne contient ces mots.</translation>
    </message>
    <message>
        <source>No text is saved yet. Write one below, give it a name, and save it for everybody.</source>
        <translation>Aucun texte n’est encore enregistré. Écrivez-en un ci-dessous, nommez-le et enregistrez-le pour tous.</translation>
    </message>
    <message>
        <source>A saved text needs a name and a text.</source>
        <translation>Un texte enregistré a besoin d’un nom et d’un texte.</translation>
    </message>
</context>
<context>
    <name>Together</name>
    <message>
        <source>Choose a post first.</source>
        <translation>Choisissez d’abord une publication.</translation>
    </message>
    <message>
        <source>The record is still being read.</source>
        <translation>Le registre est en cours de lecture.</translation>
    </message>
    <message>
        <source>Nobody deals with this conversation any more</source>
        <translation>Plus personne ne s’occupe de cette conversation</translation>
    </message>
    <message>
        <source>You deal with this conversation now</source>
        <translation>Vous vous occupez de cette conversation</translation>
    </message>
    <message>
        <source>{name} deals with this conversation now</source>
        <translation>{name} s’occupe de cette conversation</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Décision retirée</translation>
    </message>
    <message>
        <source>{name} was first</source>
        <translation>{name} a été plus rapide</translation>
    </message>
    <message>
        <source>{name} decided at {time}: {theirs}.
You decided: {mine}.
Theirs holds. Look, then decide again.</source>
        <translation>{name} a décidé à {time}&#xa0;: {theirs}.
Vous avez décidé&#xa0;: {mine}.
La première décision vaut. Regardez, puis décidez de nouveau.</translation>
    </message>
    <message>
        <source>for nobody</source>
        <translation>pour personne</translation>
    </message>
    <message>
        <source>for {name}</source>
        <translation>pour {name}</translation>
    </message>
    <message>
        <source>{n} other here</source>
        <translation>{n} autre ici</translation>
    </message>
    <message>
        <source>{n} others here</source>
        <translation>{n} autres ici</translation>
    </message>
    <message>
        <source>Nobody else here</source>
        <translation>Personne d’autre ici</translation>
    </message>
    <message>
        <source>Who is here: {text}</source>
        <translation>Qui est là&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Who deals with this conversation?</source>
        <translation>Qui s’occupe de cette conversation&#x202f;?</translation>
    </message>
    <message>
        <source>Name or force number</source>
        <translation>Nom ou matricule</translation>
    </message>
    <message>
        <source>Officers who may read here</source>
        <translation>Agents qui peuvent lire ici</translation>
    </message>
    <message>
        <source>Nobody of this name may read here.</source>
        <translation>Personne de ce nom ne peut lire ici.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Attribuer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Nobody: give it back</source>
        <translation>Personne&#xa0;: la rendre</translation>
    </message>
    <message>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>deals with it now</source>
        <translation>s’en occupe</translation>
    </message>
    <message>
        <source>Decide as I did</source>
        <translation>Décider comme moi</translation>
    </message>
    <message>
        <source>Leave theirs</source>
        <translation>Laisser la sienne</translation>
    </message>
    <message>
        <source>{text} · Ctrl Z takes it back</source>
        <translation>{text} · Ctrl Z pour revenir</translation>
    </message>
    <message>
        <source>It was not decided</source>
        <translation>Ce n’est pas décidé</translation>
    </message>
    <message>
        <source>Who is here</source>
        <translation>Qui est là</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nobody else is here.</source>
        <translation>Il n’y a personne d’autre.</translation>
    </message>
    <message>
        <source>This desk works alone: nobody else can be here.</source>
        <translation>Ce poste travaille seul&#xa0;: personne d’autre ne peut être là.</translation>
    </message>
    <message>
        <source>here since {time}</source>
        <translation>ici depuis {time}</translation>
    </message>
    <message>
        <source>types in a conversation of {profile} since {time}</source>
        <translation>écrit dans une conversation de {profile} depuis {time}</translation>
    </message>
    <message>
        <source>reads a conversation of {profile} since {time}</source>
        <translation>lit une conversation de {profile} depuis {time}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Top bar</source>
        <translation>Barre du haut</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Board “{name}” closed</source>
        <translation>Tableau «&#x202f;&#x202f;{name}&#x202f;» fermé</translation>
    </message>
    <message>
        <source>Board “{name}” moved</source>
        <translation>Tableau «&#x202f;&#x202f;{name}&#x202f;» déplacé</translation>
    </message>
    <message>
        <source>Board “{name}” added</source>
        <translation>Tableau «&#x202f;&#x202f;{name}&#x202f;» ajouté</translation>
    </message>
    <message>
        <source>Board “{name}” renamed</source>
        <translation>Tableau «&#x202f;&#x202f;{name}&#x202f;» renommé</translation>
    </message>
    <message>
        <source>Column “{name}” closed</source>
        <translation>Colonne «&#x202f;&#x202f;{name}&#x202f;» fermée</translation>
    </message>
    <message>
        <source>Read line of “{name}” moved</source>
        <translation>Repère de lecture de «&#x202f;&#x202f;{name}&#x202f;» déplacé</translation>
    </message>
    <message>
        <source>Column “{name}” renamed</source>
        <translation>Colonne «&#x202f;&#x202f;{name}&#x202f;» renommée</translation>
    </message>
    <message>
        <source>Column “{name}” unpinned</source>
        <translation>Colonne «&#x202f;&#x202f;{name}&#x202f;» détachée</translation>
    </message>
    <message>
        <source>Column “{name}” pinned</source>
        <translation>Colonne «&#x202f;&#x202f;{name}&#x202f;» épinglée</translation>
    </message>
    <message>
        <source>Column “{name}” added</source>
        <translation>Colonne «&#x202f;&#x202f;{name}&#x202f;» ajoutée</translation>
    </message>
    <message>
        <source>{n} post marked as read</source>
        <translation>{n} publication marquée comme lue</translation>
    </message>
    <message>
        <source>{n} posts marked as read</source>
        <translation>{n} publications marquées comme lues</translation>
    </message>
    <message>
        <source>{n} post marked as unread</source>
        <translation>{n} publication marquée comme non lue</translation>
    </message>
    <message>
        <source>{n} posts marked as unread</source>
        <translation>{n} publications marquées comme non lues</translation>
    </message>
    <message>
        <source>Column “{name}” moved</source>
        <translation>Colonne «&#x202f;&#x202f;{name}&#x202f;» déplacée</translation>
    </message>
    <message>
        <source>{done} · Ctrl Z undoes it</source>
        <translation>{done} · Ctrl Z pour annuler</translation>
    </message>
    <message>
        <source>Undone: {done}</source>
        <translation>Annulé&#x202f;: {done}</translation>
    </message>
    <message>
        <source>Filter of “{name}” changed</source>
        <translation>Filtre de «&#x202f;&#x202f;{name}&#x202f;» modifié</translation>
    </message>
    <message>
        <source>“{name}” put into a window of its own</source>
        <translation>«&#x202f;{name}&#x202f;» dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>“{name}” brought back from its window</source>
        <translation>«&#x202f;{name}&#x202f;» ramené de sa fenêtre</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Settings not saved</source>
        <translation>Réglages non enregistrés</translation>
    </message>
    <message>
        <source>{n} setting could not be read</source>
        <translation>{n} réglage illisible</translation>
    </message>
    <message>
        <source>{n} settings could not be read</source>
        <translation>{n} réglages illisibles</translation>
    </message>
    <message>
        <source>Reading the networks stopped</source>
        <translation>La lecture des réseaux s’est arrêtée</translation>
    </message>
    <message>
        <source>The record cannot be reached</source>
        <translation>Le registre est hors d’atteinte</translation>
    </message>
    <message>
        <source>The team’s posts do not come</source>
        <translation>Les publications de l’équipe n’arrivent pas</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Comments are turned off there ({host}).</source>
        <translation>Les commentaires y sont désactivés ({host}).</translation>
    </message>
    <message>
        <source>Nothing can be read until the owner of the video turns them on again.</source>
        <translation>Rien ne peut être lu tant que le propriétaire de la vidéo ne les réactive pas.</translation>
    </message>
    <message>
        <source>{host} says that the reads this application may make, or pay for, are used up.</source>
        <translation>{host} indique que les lectures permises à cette application, ou payées, sont épuisées.</translation>
    </message>
    <message>
        <source>It is asked again every hour; who holds the contract with X can raise the limit.</source>
        <translation>La question est reposée toutes les heures&#x202f;; le titulaire du contrat avec X peut relever la limite.</translation>
    </message>
    <message>
        <source>{host} does not understand this search, list or profile.</source>
        <translation>{host} ne comprend pas cette recherche, cette liste ou ce profil.</translation>
    </message>
    <message>
        <source>Check the words in the stream, and shorten a long search.</source>
        <translation>Vérifiez les mots du flux et raccourcissez une longue recherche.</translation>
    </message>
    <message>
        <source>{host} does not push to this application: it accepts no key of its own.</source>
        <translation>{host} n’envoie rien de lui-même à cette application&#x202f;: il n’en accepte aucune clé propre.</translation>
    </message>
    <message>
        <source>A minus belongs right before what it excludes.</source>
        <translation>Un signe moins se place juste devant ce qu’il exclut.</translation>
    </message>
    <message>
        <source>A draft in the record cannot be read.</source>
        <translation>Un brouillon du registre ne peut pas être lu.</translation>
    </message>
    <message>
        <source>A parenthesis is closed that was never opened.</source>
        <translation>Une parenthèse se ferme sans avoir été ouverte.</translation>
    </message>
    <message>
        <source>A parenthesis is never closed.</source>
        <translation>Une parenthèse n’est jamais fermée.</translation>
    </message>
    <message>
        <source>A photo or clip of this draft is not on this computer, nor with the team.</source>
        <translation>Une photo ou un clip de ce brouillon n’est ni sur cet ordinateur ni dans l’équipe.</translation>
    </message>
    <message>
        <source>A quotation mark is never closed.</source>
        <translation>Un guillemet n’est jamais fermé.</translation>
    </message>
    <message>
        <source>A star needs the beginning of a word before it.</source>
        <translation>Une étoile doit suivre le début d’un mot.</translation>
    </message>
    <message>
        <source>An item of the case lists cannot be read with this desk’s key.</source>
        <translation>Un élément des listes protégées est illisible avec la clé de ce poste.</translation>
    </message>
    <message>
        <source>An item of the case lists needs at least one word.</source>
        <translation>Un élément des listes protégées doit contenir au moins un mot.</translation>
    </message>
    <message>
        <source>Another Control Room process is setting up the key of {folder}.</source>
        <translation>Un autre processus de Control Room prépare la clé de {folder}.</translation>
    </message>
    <message>
        <source>Another program uses port {port}, to which the browser is to come back.</source>
        <translation>Un autre programme occupe le port {port}, où le navigateur doit revenir.</translation>
    </message>
    <message>
        <source>Another station is on duty; this one writes nothing any more.</source>
        <translation>Une autre station est de service&#x202f;; celle-ci n’écrit plus rien.</translation>
    </message>
    <message>
        <source>Ask an administrator of the database.</source>
        <translation>Demandez à un administrateur de la base de données.</translation>
    </message>
    <message>
        <source>Ask for it once more, and compare its SHA-256 with what the record says.</source>
        <translation>Demandez-le une nouvelle fois et comparez son SHA-256 avec ce que dit le registre.</translation>
    </message>
    <message>
        <source>Ask for read access to it, or check the disk; no new key was made.</source>
        <translation>Demandez le droit de le lire ou vérifiez le disque&#x202f;; aucune nouvelle clé n’a été créée.</translation>
    </message>
    <message>
        <source>Ask for write access to it, or choose another folder.</source>
        <translation>Demandez le droit d’y écrire ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Ask for write access to its folder, then start again.</source>
        <translation>Demandez le droit d’écrire dans son dossier, puis relancez.</translation>
    </message>
    <message>
        <source>Ask who manages the team; what is on this computer stays readable.</source>
        <translation>Adressez-vous au responsable de l’équipe&#x202f;; ce qui est sur cet ordinateur reste lisible.</translation>
    </message>
    <message>
        <source>Attach it again.</source>
        <translation>Joignez-le de nouveau.</translation>
    </message>
    <message>
        <source>Begin again when you are ready.</source>
        <translation>Recommencez quand vous serez prêt.</translation>
    </message>
    <message>
        <source>Begin again; if it stays, ask who looks after the force&apos;s application there.</source>
        <translation>Recommencez&#x202f;; si cela persiste, demandez à qui s’occupe de l’application de la police là-bas.</translation>
    </message>
    <message>
        <source>Bring back {was}, or open with the recovery key to keep it in {now}.</source>
        <translation>Rétablissez {was}, ou ouvrez avec la clé de secours pour la garder dans {now}.</translation>
    </message>
    <message>
        <source>CSV files in UTF-8 are taken, as spreadsheets and other planners save them.</source>
        <translation>Les fichiers CSV en UTF-8 sont acceptés, comme les tableurs et autres plannings les enregistrent.</translation>
    </message>
    <message>
        <source>Check that it is still there and that you may read it.</source>
        <translation>Vérifiez qu’il est toujours là et que vous pouvez le lire.</translation>
    </message>
    <message>
        <source>Check the access rights of its folder and the free space, then try again.</source>
        <translation>Vérifiez les droits du dossier et l’espace libre, puis réessayez.</translation>
    </message>
    <message>
        <source>Check the disk; restore the newest backup if this comes back.</source>
        <translation>Vérifiez le disque&#x202f;; si cela revient, restaurez la dernière sauvegarde.</translation>
    </message>
    <message>
        <source>Check the free space and the access rights of its folder, then try again.</source>
        <translation>Vérifiez l’espace libre et les droits du dossier, puis réessayez.</translation>
    </message>
    <message>
        <source>Check the keychain; nothing was set up.</source>
        <translation>Vérifiez le trousseau&#x202f;; rien n’a été mis en place.</translation>
    </message>
    <message>
        <source>Check the profile, list or address in the stream.</source>
        <translation>Vérifiez le profil, la liste ou l’adresse du flux.</translation>
    </message>
    <message>
        <source>Check the scenario with “controlroom exercise --check”.</source>
        <translation>Vérifiez le scénario avec «&#x202f;&#x202f;controlroom exercise --check&#x202f;».</translation>
    </message>
    <message>
        <source>Choose a folder on a disk of this computer.</source>
        <translation>Choisissez un dossier sur un disque de cet ordinateur.</translation>
    </message>
    <message>
        <source>Choose a folder that is not synced.</source>
        <translation>Choisissez un dossier qui n’est pas synchronisé.</translation>
    </message>
    <message>
        <source>Choose an empty folder for what is saved.</source>
        <translation>Choisissez un dossier vide pour ce qui est sauvé.</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space.</source>
        <translation>Choisissez un autre dossier, ou libérez de l’espace.</translation>
    </message>
    <message>
        <source>Choose one of the dated folders below the folder of the backups.</source>
        <translation>Choisissez un des dossiers datés sous le dossier des sauvegardes.</translation>
    </message>
    <message>
        <source>Choose the days in the planner; every day, week, month or year are known.</source>
        <translation>Choisissez les jours dans le planning&#x202f;; chaque jour, semaine, mois ou année sont connus.</translation>
    </message>
    <message>
        <source>Close every Control Room window that uses it, then try again.</source>
        <translation>Fermez toutes les fenêtres de Control Room qui s’en servent, puis réessayez.</translation>
    </message>
    <message>
        <source>Close it behind the last word of the phrase.</source>
        <translation>Fermez-le après le dernier mot de l’expression.</translation>
    </message>
    <message>
        <source>Close it, or take it away.</source>
        <translation>Fermez-la ou retirez-la.</translation>
    </message>
    <message>
        <source>Close that program, or choose another port in the settings and at the network.</source>
        <translation>Fermez ce programme, ou choisissez un autre port dans les réglages et chez le réseau.</translation>
    </message>
    <message>
        <source>Close the gap, as in -hoax, or take the minus away.</source>
        <translation>Supprimez l’espace, comme dans -canular, ou retirez le signe moins.</translation>
    </message>
    <message>
        <source>Compare both with what {host} shows for the application, and begin again.</source>
        <translation>Comparez les deux à ce que {host} affiche pour l’application, puis recommencez.</translation>
    </message>
    <message>
        <source>Compare that group with the printed key.</source>
        <translation>Comparez ce groupe à la clé imprimée.</translation>
    </message>
    <message>
        <source>Connect it, then send this again.</source>
        <translation>Connectez-le, puis renvoyez.</translation>
    </message>
    <message>
        <source>Connect the profile again and allow reading, or ask the owner of the account.</source>
        <translation>Reconnectez le profil en autorisant la lecture, ou demandez au titulaire du compte.</translation>
    </message>
    <message>
        <source>Connect the profile again and enter the application&apos;s API key and its secret.</source>
        <translation>Reconnectez le profil et saisissez la clé API de l’application et son secret.</translation>
    </message>
    <message>
        <source>Connect the profile again.</source>
        <translation>Reconnectez le profil.</translation>
    </message>
    <message>
        <source>Control Room is already running on {folder} (process {pid}).</source>
        <translation>Control Room est déjà ouvert sur {folder} (processus {pid}).</translation>
    </message>
    <message>
        <source>Copy it once more from where it was exported, whole.</source>
        <translation>Copiez-la de nouveau, en entier, là où elle a été exportée.</translation>
    </message>
    <message>
        <source>Copy it to this computer and attach the copy.</source>
        <translation>Copiez-le sur cet ordinateur et joignez la copie.</translation>
    </message>
    <message>
        <source>Crop it.</source>
        <translation>Recadrez-la.</translation>
    </message>
    <message>
        <source>Crop or trim it.</source>
        <translation>Recadrez-le ou coupez-le.</translation>
    </message>
    <message>
        <source>Cut it, or make a smaller copy first.</source>
        <translation>Coupez-le, ou faites d’abord une copie plus petite.</translation>
    </message>
    <message>
        <source>Delete it and type it again.</source>
        <translation>Effacez-le et tapez-le à nouveau.</translation>
    </message>
    <message>
        <source>Did you mean “{guess}:”? To search for the text itself, put it in quotation marks.</source>
        <translation>Vouliez-vous dire «&#x202f;&#x202f;{guess}:&#x202f;»&#x202f;? Pour chercher le texte lui-même, mettez-le entre guillemets.</translation>
    </message>
    <message>
        <source>Enter the name or the words that must not be published.</source>
        <translation>Saisissez le nom ou les mots à ne pas publier.</translation>
    </message>
    <message>
        <source>Entry {seq} of the record cannot be read: {reason}.</source>
        <translation>L’entrée {seq} du registre ne peut pas être lue&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>Entry {seq} of the record does not follow from the one before it.</source>
        <translation>L’entrée {seq} du registre ne suit pas de celle qui la précède.</translation>
    </message>
    <message>
        <source>Export the boards again on the desk they come from.</source>
        <translation>Exportez à nouveau les tableaux sur le poste d’où ils viennent.</translation>
    </message>
    <message>
        <source>Free some space; nothing that was saved is lost and reading goes on.</source>
        <translation>Libérez de l’espace&#x202f;; rien de ce qui est enregistré n’est perdu et la lecture continue.</translation>
    </message>
    <message>
        <source>Have an administrator run “controlroom team create”.</source>
        <translation>Faites lancer «&#x202f;&#x202f;controlroom team create&#x202f;» par un administrateur.</translation>
    </message>
    <message>
        <source>Have an administrator run “controlroom team update”.</source>
        <translation>Faites exécuter «&#x202f;&#x202f;controlroom team update&#x202f;» par un administrateur.</translation>
    </message>
    <message>
        <source>Have it made with ENCODING &apos;UTF8&apos;.</source>
        <translation>Faites-la créer avec ENCODING &apos;UTF8&apos;.</translation>
    </message>
    <message>
        <source>If it has moved, connect it again under its new address.</source>
        <translation>S’il a déménagé, reconnectez-le à sa nouvelle adresse.</translation>
    </message>
    <message>
        <source>Install the newer version on this computer.</source>
        <translation>Installez la version plus récente sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Install the newer version, or export again from an older one.</source>
        <translation>Installez la version plus récente, ou exportez depuis une plus ancienne.</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>Installez la version plus récente.</translation>
    </message>
    <message>
        <source>It is looked at again in a moment.</source>
        <translation>Nouveau regard dans un instant.</translation>
    </message>
    <message>
        <source>It is looked up as soon as the database answers.</source>
        <translation>On le vérifie dès que la base de données répond.</translation>
    </message>
    <message>
        <source>It is made anew from the record; that takes up to a minute.</source>
        <translation>Il est refait à partir du registre&#x202f;; cela prend jusqu’à une minute.</translation>
    </message>
    <message>
        <source>It is not sent again. The profile’s own posts are read to see whether it is there.</source>
        <translation>Elle n’est pas renvoyée. Les publications du profil sont relues pour voir si elle y est.</translation>
    </message>
    <message>
        <source>It is passed over; the station&apos;s log says whether it wrote it.</source>
        <translation>Elle est ignorée&#x202f;; le journal de la station dit si elle l’a écrite.</translation>
    </message>
    <message>
        <source>It is set aside; the others go on.</source>
        <translation>Elle est mise de côté&#x202f;; les autres continuent.</translation>
    </message>
    <message>
        <source>It is tried again later; if this stays, tell the network&apos;s support.</source>
        <translation>Un nouvel essai aura lieu plus tard&#x202f;; si cela dure, prévenez l’assistance du réseau.</translation>
    </message>
    <message>
        <source>It knows {values}.</source>
        <translation>Il connaît {values}.</translation>
    </message>
    <message>
        <source>It looks like postgresql://officer_4711@database.example/controlroom.</source>
        <translation>Elle ressemble à postgresql://officer_4711@database.example/controlroom.</translation>
    </message>
    <message>
        <source>It waits, and takes over when the other one fails.</source>
        <translation>Elle attend, et prend le relais si l’autre tombe en panne.</translation>
    </message>
    <message>
        <source>It was made with another key; import that key, or enter the item anew.</source>
        <translation>Il a été créé avec une autre clé&#x202f;; importez-la ou saisissez l’élément à nouveau.</translation>
    </message>
    <message>
        <source>It was put back from an older copy: ask who keeps the record, and change nothing.</source>
        <translation>Il a été rétabli d’une copie plus ancienne&#x202f;: demandez à qui tient le registre, et ne changez rien.</translation>
    </message>
    <message>
        <source>It was written by another version of this program; update this one.</source>
        <translation>Il a été écrit par une autre version du programme&#x202f;; mettez celui-ci à jour.</translation>
    </message>
    <message>
        <source>Items made with it could not be read any more. Remove them, and then its key, first.</source>
        <translation>Les éléments créés avec elle deviendraient illisibles. Retirez-les d’abord, puis cette clé.</translation>
    </message>
    <message>
        <source>Join it, or choose an empty database.</source>
        <translation>Rejoignez-la, ou choisissez une base de données vide.</translation>
    </message>
    <message>
        <source>Join one with “controlroom team join”.</source>
        <translation>Rejoignez-en une avec «&#x202f;&#x202f;controlroom team join&#x202f;».</translation>
    </message>
    <message>
        <source>Join the team again with “controlroom team join”.</source>
        <translation>Rejoignez à nouveau l’équipe avec «&#x202f;&#x202f;controlroom team join&#x202f;».</translation>
    </message>
    <message>
        <source>Join the team with “controlroom team join”.</source>
        <translation>Rejoignez l’équipe avec «&#x202f;&#x202f;controlroom team join&#x202f;».</translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <translation>N’en gardez qu’un.</translation>
    </message>
    <message>
        <source>Let whoever keeps them hand on the key that reads, and enter it here.</source>
        <translation>Demandez la clé de lecture à qui les tient, et saisissez-la ici.</translation>
    </message>
    <message>
        <source>Line {line} of the captions cannot be read.</source>
        <translation>La ligne {line} des sous-titres ne peut pas être lue.</translation>
    </message>
    <message>
        <source>Line {line} of {path} is no checkpoint.</source>
        <translation>La ligne {line} de {path} n’est pas un point de contrôle.</translation>
    </message>
    <message>
        <source>Look at their answer, then send yours if it still says something else.</source>
        <translation>Lire sa réponse, puis envoyer la vôtre si elle dit encore autre chose.</translation>
    </message>
    <message>
        <source>Look at what changed, then decide again.</source>
        <translation>Regardez ce qui a changé, puis décidez de nouveau.</translation>
    </message>
    <message>
        <source>Look for the recovery key that was noted for {folder}.</source>
        <translation>Cherchez la clé de secours notée pour {folder}.</translation>
    </message>
    <message>
        <source>Make a smaller copy first; {most} megapixels are enough for every network.</source>
        <translation>Faites d’abord une copie plus petite&#x202f;; {most} mégapixels suffisent à tous les réseaux.</translation>
    </message>
    <message>
        <source>Mend the file and check it with “controlroom exercise --check”.</source>
        <translation>Corrigez le fichier et vérifiez-le avec «&#x202f;&#x202f;controlroom exercise --check&#x202f;».</translation>
    </message>
    <message>
        <source>More than {limit} parentheses stand inside each other.</source>
        <translation>Plus de {limit} parenthèses sont imbriquées.</translation>
    </message>
    <message>
        <source>Move it away, or choose another data folder.</source>
        <translation>Déplacez-le ou choisissez un autre dossier de données.</translation>
    </message>
    <message>
        <source>No desk was opened with the data folder {folder} yet.</source>
        <translation>Aucun poste n’a encore été ouvert avec le dossier de données {folder}.</translation>
    </message>
    <message>
        <source>Nobody came back from the browser.</source>
        <translation>Personne n’est revenu du navigateur.</translation>
    </message>
    <message>
        <source>Nobody knows whether the decision was recorded: the database broke off.</source>
        <translation>Personne ne sait si la décision a été enregistrée&#x202f;: la base de données s’est interrompue.</translation>
    </message>
    <message>
        <source>Nobody knows whether {host} took this ({said}).</source>
        <translation>Personne ne sait si {host} l’a prise ({said}).</translation>
    </message>
    <message>
        <source>Nothing could be read of {path}.</source>
        <translation>Rien n’a pu être lu de {path}.</translation>
    </message>
    <message>
        <source>Nothing stands behind “{name}:”.</source>
        <translation>Rien ne suit «&#x202f;&#x202f;{name}:&#x202f;».</translation>
    </message>
    <message>
        <source>Nothing was moved. Keep the file as it is, and ask who keeps the record.</source>
        <translation>Rien n’a été déplacé. Gardez le fichier tel qu’il est, et demandez à qui tient le registre.</translation>
    </message>
    <message>
        <source>Nothing was published. Mend it and send it again, or send it by hand.</source>
        <translation>Rien n’a été publié. Corrigez et renvoyez, ou envoyez à la main.</translation>
    </message>
    <message>
        <source>Nothing was sent. Attach a plain JPEG or MP4 copy of the file.</source>
        <translation>Rien n’est parti. Joignez une copie JPEG ou MP4 simple du fichier.</translation>
    </message>
    <message>
        <source>One character of the search is damaged.</source>
        <translation>Un caractère de la recherche est endommagé.</translation>
    </message>
    <message>
        <source>Open with the recovery key.</source>
        <translation>Ouvrez avec la clé de secours.</translation>
    </message>
    <message>
        <source>Open with the recovery key; the databases were left as they are.</source>
        <translation>Ouvrez avec la clé de secours&#x202f;; les bases de données sont restées telles quelles.</translation>
    </message>
    <message>
        <source>Photos: JPEG, PNG, WebP, GIF. Clips: MP4, MOV, MKV, AVI, WebM.</source>
        <translation>Photos&#x202f;: JPEG, PNG, WebP, GIF. Clips&#x202f;: MP4, MOV, MKV, AVI, WebM.</translation>
    </message>
    <message>
        <source>Post {seq} in the team&apos;s database cannot be read.</source>
        <translation>La publication {seq} de la base de données de l’équipe est illisible.</translation>
    </message>
    <message>
        <source>Put it back from a backup; no new key was made.</source>
        <translation>Remettez-le depuis une sauvegarde&#x202f;; aucune nouvelle clé n’a été créée.</translation>
    </message>
    <message>
        <source>Put keys.json back from a backup; no new key was made.</source>
        <translation>Remettez keys.json depuis une sauvegarde&#x202f;; aucune nouvelle clé n’a été créée.</translation>
    </message>
    <message>
        <source>Reading goes on by itself then.</source>
        <translation>La lecture reprend alors d’elle-même.</translation>
    </message>
    <message>
        <source>Reading goes on by itself when it does.</source>
        <translation>La lecture reprend d’elle-même dès qu’il répond.</translation>
    </message>
    <message>
        <source>Reading goes on; decisions wait until it is back.</source>
        <translation>La lecture continue&#x202f;; les décisions attendent son retour.</translation>
    </message>
    <message>
        <source>Reading {host} was broken off.</source>
        <translation>La lecture de {host} a été interrompue.</translation>
    </message>
    <message>
        <source>Restore the newest backup; the damaged file was left as it is.</source>
        <translation>Restaurez la dernière sauvegarde&#x202f;; le fichier endommagé est resté tel quel.</translation>
    </message>
    <message>
        <source>Run “controlroom restore” to go back to a backup, or salvage what can be read.</source>
        <translation>Lancez «&#x202f;&#x202f;controlroom restore&#x202f;» pour revenir à une sauvegarde, ou sauvez ce qui est lisible.</translation>
    </message>
    <message>
        <source>Run “controlroom verify”, and keep the file as it is.</source>
        <translation>Lancez «&#x202f;&#x202f;controlroom verify&#x202f;», et gardez le fichier tel qu’il est.</translation>
    </message>
    <message>
        <source>Run “controlroom verify”, and tell who keeps the record.</source>
        <translation>Lancez «&#x202f;&#x202f;controlroom verify&#x202f;», et prévenez qui tient le registre.</translation>
    </message>
    <message>
        <source>Salvage what can be read of the damaged file.</source>
        <translation>Récupérez ce qui est lisible du fichier endommagé.</translation>
    </message>
    <message>
        <source>Set it right; what you let go now leaves at once.</source>
        <translation>Réglez-la&#x202f;; ce que vous relâchez maintenant part aussitôt.</translation>
    </message>
    <message>
        <source>Shorten it, or make two searches of it.</source>
        <translation>Raccourcissez-la ou faites-en deux recherches.</translation>
    </message>
    <message>
        <source>Shorten its texts, or split it into two drafts.</source>
        <translation>Raccourcissez ses textes, ou faites-en deux brouillons.</translation>
    </message>
    <message>
        <source>Sign in again to what it belongs to.</source>
        <translation>Reconnectez-vous à ce dont il dépend.</translation>
    </message>
    <message>
        <source>Sign in as somebody who looks after the account, and allow everything that is asked.</source>
        <translation>Connectez-vous comme quelqu’un qui gère le compte, et autorisez tout ce qui est demandé.</translation>
    </message>
    <message>
        <source>Sign in to a desktop with GNOME Keyring or KWallet and try again, or open with the recovery key.</source>
        <translation>Ouvrez une session avec GNOME Keyring ou KWallet et réessayez, ou ouvrez avec la clé de secours.</translation>
    </message>
    <message>
        <source>Signs and emoji alone cannot be searched; add a word.</source>
        <translation>Des signes ou des emoji seuls ne se cherchent pas&#x202f;; ajoutez un mot.</translation>
    </message>
    <message>
        <source>Something outside the program went wrong.</source>
        <translation>Quelque chose a échoué en dehors du programme.</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>Partagez-le en plusieurs fichiers.</translation>
    </message>
    <message>
        <source>Start GNOME Keyring or KWallet, or remove {found}; then try again.</source>
        <translation>Lancez GNOME Keyring ou KWallet, ou retirez {found}&#x202f;; puis réessayez.</translation>
    </message>
    <message>
        <source>Start the desk once, or name its folder with --data-dir.</source>
        <translation>Lancez le poste une fois, ou indiquez son dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>Start the desk once, or name the right data folder.</source>
        <translation>Lancez le poste une fois, ou indiquez le bon dossier de données.</translation>
    </message>
    <message>
        <source>Start the desk once, or restore a backup.</source>
        <translation>Lancez le poste une fois, ou restaurez une sauvegarde.</translation>
    </message>
    <message>
        <source>Take it away, or open it earlier.</source>
        <translation>Retirez-la ou ouvrez-la plus tôt.</translation>
    </message>
    <message>
        <source>Take it over from them, or wait until it is sent or left.</source>
        <translation>Reprendre la réponse, ou attendre qu’elle soit envoyée ou abandonnée.</translation>
    </message>
    <message>
        <source>Take more of it, or send a still instead.</source>
        <translation>Gardez-en plus, ou envoyez une image.</translation>
    </message>
    <message>
        <source>Take one like Europe/London.</source>
        <translation>Prenez-en un comme Europe/Paris.</translation>
    </message>
    <message>
        <source>Take some away.</source>
        <translation>Retirez-en quelques-unes.</translation>
    </message>
    <message>
        <source>Take the file as the custodian got it.</source>
        <translation>Prenez le fichier tel que le dépositaire l’a reçu.</translation>
    </message>
    <message>
        <source>Take “{name}:” out of OR, NOT and the minus.</source>
        <translation>Sortez «&#x202f;&#x202f;{name}:&#x202f;» des OR, NOT et du signe moins.</translation>
    </message>
    <message>
        <source>The address of the database cannot be read.</source>
        <translation>L’adresse de la base de données ne peut pas être lue.</translation>
    </message>
    <message>
        <source>The backup in {folder} is not sound: {reason}.</source>
        <translation>La sauvegarde dans {folder} n’est pas saine&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The case lists were begun at another desk, and this one has no key to read them.</source>
        <translation>Les listes protégées ont été créées sur un autre poste, et celui-ci n’a pas de clé pour les lire.</translation>
    </message>
    <message>
        <source>The change holds until the desk is closed. Check the disk and the folder&apos;s rights.</source>
        <translation>Le changement vaut jusqu’à la fermeture du poste. Vérifiez le disque et les droits du dossier.</translation>
    </message>
    <message>
        <source>The clock of this computer has jumped: what was planned waits for a person.</source>
        <translation>L’horloge de cet ordinateur a sauté&#x202f;: ce qui était planifié attend une personne.</translation>
    </message>
    <message>
        <source>The copy still holds data that must not leave ({what}).</source>
        <translation>La copie contient encore des données qui ne doivent pas sortir ({what}).</translation>
    </message>
    <message>
        <source>The data folder {folder} has joined no team.</source>
        <translation>Le dossier de données {folder} n’a rejoint aucune équipe.</translation>
    </message>
    <message>
        <source>The database {database} does not keep its text in UTF-8.</source>
        <translation>La base de données {database} ne garde pas son texte en UTF-8.</translation>
    </message>
    <message>
        <source>The database {database} holds no record of a team.</source>
        <translation>La base de données {database} ne contient aucun registre d’équipe.</translation>
    </message>
    <message>
        <source>The database {database} holds the record of a team already.</source>
        <translation>La base de données {database} contient déjà le registre d’une équipe.</translation>
    </message>
    <message>
        <source>The disk answered with an error while {path} was used; the last change is not saved.</source>
        <translation>Le disque a signalé une erreur pendant l’usage de {path}&#x202f;; le dernier changement n’est pas enregistré.</translation>
    </message>
    <message>
        <source>The disk is full: {path} could not be written.</source>
        <translation>Le disque est plein&#x202f;: {path} n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>The exercise could not be started: {reason}</source>
        <translation>L’exercice n’a pas pu démarrer&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>The file could not be worked on ({reason}).</source>
        <translation>Le fichier n’a pas pu être traité ({reason}).</translation>
    </message>
    <message>
        <source>The filters are {names}. To search for the text itself, put it in quotation marks.</source>
        <translation>Les filtres sont {names}. Pour chercher le texte lui-même, mettez-le entre guillemets.</translation>
    </message>
    <message>
        <source>The key in the keychain is not the key of {folder}: it was altered.</source>
        <translation>La clé du trousseau n’est pas celle de {folder}&#x202f;: elle a été modifiée.</translation>
    </message>
    <message>
        <source>The key is kept in {was}, but this computer now offers {now}.</source>
        <translation>La clé est gardée dans {was}, mais cet ordinateur propose maintenant {now}.</translation>
    </message>
    <message>
        <source>The keychain accepted a key but did not give it back.</source>
        <translation>Le trousseau a accepté une clé mais ne l’a pas rendue.</translation>
    </message>
    <message>
        <source>The keychain did not answer as it should ({kind}).</source>
        <translation>Le trousseau n’a pas répondu comme il le devrait ({kind}).</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Le trousseau est verrouillé.</translation>
    </message>
    <message>
        <source>The keychain is open but no longer holds the key of {folder}.</source>
        <translation>Le trousseau est ouvert mais ne contient plus la clé de {folder}.</translation>
    </message>
    <message>
        <source>The keychain&apos;s entry {name} was altered and cannot be used.</source>
        <translation>L’entrée {name} du trousseau a été modifiée et ne peut pas servir.</translation>
    </message>
    <message>
        <source>The only key store on this computer is {found}, which does not protect secrets.</source>
        <translation>Le seul coffre à clés de cet ordinateur est {found}, qui ne protège pas les secrets.</translation>
    </message>
    <message>
        <source>The package {path} is not what was signed: {name}.</source>
        <translation>Le paquet {path} n’est pas ce qui a été signé&#x202f;: {name}.</translation>
    </message>
    <message>
        <source>The profile {profile} is not among those of this computer.</source>
        <translation>Le profil {profile} n’est pas parmi ceux de cet ordinateur.</translation>
    </message>
    <message>
        <source>The record does not let this delivery leave ({reason}).</source>
        <translation>Le registre ne laisse pas partir cet envoi ({reason}).</translation>
    </message>
    <message>
        <source>The record ends at entry {head}, but entry {seen} was seen before.</source>
        <translation>Le registre finit à l’entrée {head}, mais l’entrée {seen} a déjà été vue.</translation>
    </message>
    <message>
        <source>The record has not been read yet.</source>
        <translation>Le registre n’a pas encore été lu.</translation>
    </message>
    <message>
        <source>The record has this decision, but it has no effect: you may not make it.</source>
        <translation>Le registre garde cette décision, mais elle est sans effet&#x202f;: vous n’y êtes pas autorisé.</translation>
    </message>
    <message>
        <source>The record is held by somebody else for too long.</source>
        <translation>Le registre est retenu trop longtemps par quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>The record of this workstation goes on in a team&apos;s database.</source>
        <translation>Le registre de ce poste se poursuit dans la base de données d’une équipe.</translation>
    </message>
    <message>
        <source>The record of this workstation is broken at entry {seq}: {fault}.</source>
        <translation>Le registre de ce poste est rompu à l’entrée {seq}&#x202f;: {fault}.</translation>
    </message>
    <message>
        <source>The recovery key has {wanted} characters, but {given} were typed.</source>
        <translation>La clé de secours a {wanted} caractères, mais {given} ont été tapés.</translation>
    </message>
    <message>
        <source>The scenario {name} cannot be run: {problems}</source>
        <translation>Le scénario {name} ne peut pas être joué&#x202f;: {problems}</translation>
    </message>
    <message>
        <source>The search cannot be read.</source>
        <translation>La recherche est illisible.</translation>
    </message>
    <message>
        <source>The search is longer than {limit} characters.</source>
        <translation>La recherche dépasse {limit} caractères.</translation>
    </message>
    <message>
        <source>The settings could not be saved in {folder}: {reason}.</source>
        <translation>Les réglages n’ont pas pu être enregistrés dans {folder}&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The station fills gaps by itself.</source>
        <translation>La station comble elle-même les lacunes.</translation>
    </message>
    <message>
        <source>The team&apos;s database does not allow this.</source>
        <translation>La base de données de l’équipe ne le permet pas.</translation>
    </message>
    <message>
        <source>The team&apos;s database does not answer.</source>
        <translation>La base de données de l’équipe ne répond pas.</translation>
    </message>
    <message>
        <source>The team&apos;s database does not take a post: {reason}.</source>
        <translation>La base de données de l’équipe n’accepte pas une publication&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The team&apos;s database is not prepared for this version of the program.</source>
        <translation>La base de données de l’équipe n’est pas préparée pour cette version du programme.</translation>
    </message>
    <message>
        <source>The team&apos;s database is of a newer version ({there}) than this program ({here}).</source>
        <translation>La base de données de l’équipe est d’une version plus récente ({there}) que ce programme ({here}).</translation>
    </message>
    <message>
        <source>The team&apos;s record does not know you as somebody who is here.</source>
        <translation>Le registre de l’équipe ne vous compte pas parmi les présents.</translation>
    </message>
    <message>
        <source>The team&apos;s state on this computer cannot be used.</source>
        <translation>L’état de l’équipe sur cet ordinateur est inutilisable.</translation>
    </message>
    <message>
        <source>There is a typing mistake in group {group} of the recovery key.</source>
        <translation>Il y a une faute de frappe dans le groupe {group} de la clé de secours.</translation>
    </message>
    <message>
        <source>There is no filter “{name}:”.</source>
        <translation>Il n’y a pas de filtre «&#x202f;&#x202f;{name}:&#x202f;».</translation>
    </message>
    <message>
        <source>There is no sound backup of {name} in {folder}.</source>
        <translation>Il n’y a pas de sauvegarde saine de {name} dans {folder}.</translation>
    </message>
    <message>
        <source>There is nothing between the parentheses.</source>
        <translation>Il n’y a rien entre les parenthèses.</translation>
    </message>
    <message>
        <source>There is nothing to back up in {folder}.</source>
        <translation>Il n’y a rien à sauvegarder dans {folder}.</translation>
    </message>
    <message>
        <source>This clip lasts {seconds} s; at least {least} s are needed here.</source>
        <translation>Ce clip dure {seconds}&#x202f;s&#x202f;; il en faut au moins {least} ici.</translation>
    </message>
    <message>
        <source>This clip lasts {seconds} s; here at most {most} s go out.</source>
        <translation>Ce clip dure {seconds}&#x202f;s&#x202f;; il en part au plus {most} ici.</translation>
    </message>
    <message>
        <source>This computer offers no keychain, so the key of the databases cannot be read.</source>
        <translation>Cet ordinateur n’a pas de trousseau&#x202f;: la clé des bases de données est illisible.</translation>
    </message>
    <message>
        <source>This desk already has another key of the case lists.</source>
        <translation>Ce poste a déjà une autre clé des listes protégées.</translation>
    </message>
    <message>
        <source>This draft is too long to be recorded: {size} of at most {most} bytes.</source>
        <translation>Ce brouillon est trop long pour le registre&#x202f;: {size} octets sur {most}.</translation>
    </message>
    <message>
        <source>This file cannot be made small enough: at most {most} MB are taken here.</source>
        <translation>Ce fichier ne peut pas être assez réduit&#x202f;: {most}&#x202f;Mo au plus sont acceptés ici.</translation>
    </message>
    <message>
        <source>This file is no photo or clip that can be read.</source>
        <translation>Ce fichier n’est ni une photo ni un clip lisible.</translation>
    </message>
    <message>
        <source>This file is no table that can be read.</source>
        <translation>Ce fichier n’est pas un tableau lisible.</translation>
    </message>
    <message>
        <source>This is not a key of the case lists.</source>
        <translation>Ceci n’est pas une clé des listes protégées.</translation>
    </message>
    <message>
        <source>This picture is too large to be opened safely: {width} × {height} pixels.</source>
        <translation>Cette image est trop grande pour être ouverte sans risque&#x202f;: {width} × {height} pixels.</translation>
    </message>
    <message>
        <source>This picture is too narrow or too wide for this network.</source>
        <translation>Cette image est trop étroite ou trop large pour ce réseau.</translation>
    </message>
    <message>
        <source>This recovery key is typed correctly but belongs to another workstation.</source>
        <translation>Cette clé de secours est bien tapée mais appartient à un autre poste.</translation>
    </message>
    <message>
        <source>This table is too large: at most {rows} lines and {size} MB are taken at once.</source>
        <translation>Ce tableau est trop grand&#x202f;: {rows} lignes et {size}&#x202f;Mo au plus à la fois.</translation>
    </message>
    <message>
        <source>Trim it, or send a still and a link instead.</source>
        <translation>Coupez-le, ou envoyez une image et un lien.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Try again; if it lasts, the station ends what holds it.</source>
        <translation>Réessayez&#x202f;; si cela dure, la station met fin à ce qui le retient.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, attach a copy made with another program.</source>
        <translation>Réessayez&#x202f;; si cela dure, joignez une copie faite avec un autre programme.</translation>
    </message>
    <message>
        <source>Try again; if this stays, restart the keychain service or open with the recovery key.</source>
        <translation>Réessayez&#x202f;; si cela dure, relancez le service du trousseau ou ouvrez avec la clé de secours.</translation>
    </message>
    <message>
        <source>Type all groups of the printed key.</source>
        <translation>Tapez tous les groupes de la clé imprimée.</translation>
    </message>
    <message>
        <source>Unlock it, then try again; nothing was changed.</source>
        <translation>Déverrouillez-le, puis réessayez&#x202f;; rien n’a été changé.</translation>
    </message>
    <message>
        <source>Use another backup; this one was left as it is.</source>
        <translation>Utilisez une autre sauvegarde&#x202f;; celle-ci est restée telle quelle.</translation>
    </message>
    <message>
        <source>Use its https address.</source>
        <translation>Utilisez son adresse https.</translation>
    </message>
    <message>
        <source>Use that window, or close it first.</source>
        <translation>Servez-vous de cette fenêtre-là, ou fermez-la d’abord.</translation>
    </message>
    <message>
        <source>Use the recovery key of the workstation that made it.</source>
        <translation>Utilisez la clé de secours du poste qui l’a créé.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Attendez un instant et réessayez.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation>Attendez qu’il ait terminé, puis réessayez.</translation>
    </message>
    <message>
        <source>WebVTT and SubRip files are taken, in UTF-8.</source>
        <translation>Les fichiers WebVTT et SubRip sont acceptés, en UTF-8.</translation>
    </message>
    <message>
        <source>What comes of it appears here.</source>
        <translation>Ce qu’elle y trouve apparaît ici.</translation>
    </message>
    <message>
        <source>Who may is told in Profiles, under Officers and rights.</source>
        <translation>Qui l’est se lit dans Profils, sous Agents et droits.</translation>
    </message>
    <message>
        <source>Write a date (2026-05-14), a date and time (2026-05-14T18:30) or an age (2h, 7d).</source>
        <translation>Écrivez une date (2026-05-14), une date et une heure (2026-05-14T18:30) ou un âge (2h, 7d).</translation>
    </message>
    <message>
        <source>Write a word between them, or take them away.</source>
        <translation>Écrivez un mot entre elles ou retirez-les.</translation>
    </message>
    <message>
        <source>Write a word on each side of OR and AND, and one behind NOT.</source>
        <translation>Écrivez un mot de chaque côté de OR et AND, et un après NOT.</translation>
    </message>
    <message>
        <source>Write it as in incen*.</source>
        <translation>Écrivez-la comme dans incen*.</translation>
    </message>
    <message>
        <source>Write the value right behind the colon, without a gap.</source>
        <translation>Écrivez la valeur juste après les deux-points, sans espace.</translation>
    </message>
    <message>
        <source>since: and until: apply to the whole search.</source>
        <translation>since: et until: valent pour toute la recherche.</translation>
    </message>
    <message>
        <source>{folder} holds databases but not the file keys.json that belongs to them.</source>
        <translation>{folder} contient des bases de données mais pas le fichier keys.json qui leur appartient.</translation>
    </message>
    <message>
        <source>{folder} is not a whole backup of Control Room ({reason}).</source>
        <translation>{folder} n’est pas une sauvegarde complète de Control Room ({reason}).</translation>
    </message>
    <message>
        <source>{host} accepted the sign-in but offers no account to connect.</source>
        <translation>{host} a accepté la connexion mais ne propose aucun compte à connecter.</translation>
    </message>
    <message>
        <source>{host} allows no more reads before {resets_at:%H:%M:%S} UTC.</source>
        <translation>{host} n’autorise plus de lecture avant {resets_at:%H:%M:%S} UTC.</translation>
    </message>
    <message>
        <source>{host} can only be read over https.</source>
        <translation>{host} ne peut être lu qu’en https.</translation>
    </message>
    <message>
        <source>{host} did not let this profile sign in ({reason}).</source>
        <translation>{host} n’a pas laissé ce profil se connecter ({reason}).</translation>
    </message>
    <message>
        <source>{host} did not take this ({said}).</source>
        <translation>{host} ne l’a pas prise ({said}).</translation>
    </message>
    <message>
        <source>{host} does not accept the force&apos;s application: its id or its secret is wrong.</source>
        <translation>{host} n’accepte pas l’application du service&#x202f;: son identifiant ou son secret est erroné.</translation>
    </message>
    <message>
        <source>{host} does not answer ({reason}).</source>
        <translation>{host} ne répond pas ({reason}).</translation>
    </message>
    <message>
        <source>{host} does not know what was asked for.</source>
        <translation>{host} ne connaît pas ce qui a été demandé.</translation>
    </message>
    <message>
        <source>{host} does not let this profile read that.</source>
        <translation>{host} n’autorise pas ce profil à lire cela.</translation>
    </message>
    <message>
        <source>{host} no longer accepts this profile&apos;s sign-in.</source>
        <translation>{host} n’accepte plus la connexion de ce profil.</translation>
    </message>
    <message>
        <source>{host} points to {target}, which was not followed.</source>
        <translation>{host} renvoie vers {target}, qui n’a pas été suivi.</translation>
    </message>
    <message>
        <source>{host} sent something that cannot be read ({reason}).</source>
        <translation>{host} a envoyé quelque chose d’illisible ({reason}).</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>{name} ne peut pas être lu.</translation>
    </message>
    <message>
        <source>{name} in {folder} is open in another process.</source>
        <translation>{name} dans {folder} est ouvert par un autre processus.</translation>
    </message>
    <message>
        <source>{name} is too large: {size} MB of at most {most}.</source>
        <translation>{name} est trop grand&#x202f;: {size}&#x202f;Mo sur {most} au plus.</translation>
    </message>
    <message>
        <source>{officer} is writing an answer to this conversation now, at {desk}.</source>
        <translation>{officer} est en train de répondre à cette conversation, au poste {desk}.</translation>
    </message>
    <message>
        <source>{path} can be read but not written.</source>
        <translation>{path} peut être lu mais pas écrit.</translation>
    </message>
    <message>
        <source>{path} cannot be locked ({reason}).</source>
        <translation>{path} ne peut pas être verrouillé ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>{path} ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}).</source>
        <translation>{path} ne peut pas être écrit ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>{path} does not open with this key and was left as it is.</source>
        <translation>{path} ne s’ouvre pas avec cette clé et est resté tel quel.</translation>
    </message>
    <message>
        <source>{path} does not say where the team&apos;s database is.</source>
        <translation>{path} n’indique pas où se trouve la base de données de l’équipe.</translation>
    </message>
    <message>
        <source>{path} is already there and was left as it is.</source>
        <translation>{path} existe déjà et est resté tel quel.</translation>
    </message>
    <message>
        <source>{path} is being written by another process.</source>
        <translation>{path} est en cours d’écriture par un autre processus.</translation>
    </message>
    <message>
        <source>{path} is copied elsewhere by {by}, which can damage a database.</source>
        <translation>{path} est copié ailleurs par {by}, ce qui peut endommager une base de données.</translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation>{path} est endommagé.</translation>
    </message>
    <message>
        <source>{path} is not there yet.</source>
        <translation>{path} n’existe pas encore.</translation>
    </message>
    <message>
        <source>{path} is on a network drive ({by}), where a database can be damaged.</source>
        <translation>{path} est sur un lecteur réseau ({by}), où une base de données peut être endommagée.</translation>
    </message>
    <message>
        <source>{path} was made by another program and was left as it is.</source>
        <translation>{path} a été créé par un autre programme et est resté tel quel.</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of Control Room and was left as it is.</source>
        <translation>{path} a été écrit par une version plus récente de Control Room et est resté tel quel.</translation>
    </message>
    <message>
        <source>{who} has answered this conversation since, at {at}.</source>
        <translation>{who} a répondu entre-temps à cette conversation, à {at}.</translation>
    </message>
    <message>
        <source>{who} was first: {kind} at {at}.</source>
        <translation>{who} a été plus rapide&#x202f;: {kind} à {at}.</translation>
    </message>
    <message>
        <source>{zone} is no time zone this computer knows.</source>
        <translation>{zone} n’est pas un fuseau horaire connu de cet ordinateur.</translation>
    </message>
    <message>
        <source>“{name}:” does not know “{value}”.</source>
        <translation>«&#x202f;&#x202f;{name}:&#x202f;» ne connaît pas «&#x202f;&#x202f;{value}&#x202f;».</translation>
    </message>
    <message>
        <source>“{name}:” is given twice.</source>
        <translation>«&#x202f;&#x202f;{name}:&#x202f;» est donné deux fois.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>«&#x202f;&#x202f;{name}&#x202f;» ne peut pas être lu.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written.</source>
        <translation>«&#x202f;&#x202f;{name}&#x202f;» ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>“{name}” is not a file of boards, or it is damaged; nothing was changed.</source>
        <translation>«&#x202f;&#x202f;{name}&#x202f;» n’est pas un fichier de tableaux, ou il est abîmé&#x202f;; rien n’a été changé.</translation>
    </message>
    <message>
        <source>“{name}” was made by a newer version of Control Room; nothing was changed.</source>
        <translation>«&#x202f;&#x202f;{name}&#x202f;» vient d’une version plus récente de Control Room&#x202f;; rien n’a été changé.</translation>
    </message>
    <message>
        <source>“{operator}” stands alone.</source>
        <translation>«&#x202f;&#x202f;{operator}&#x202f;» est seul.</translation>
    </message>
    <message>
        <source>“{rule}” does not say on which days it comes again.</source>
        <translation>«&#x202f;&#x202f;{rule}&#x202f;» ne dit pas quels jours elle revient.</translation>
    </message>
    <message>
        <source>“{text}” has no letter and no digit.</source>
        <translation>«&#x202f;&#x202f;{text}&#x202f;» n’a ni lettre ni chiffre.</translation>
    </message>
    <message>
        <source>“{value}” is not a time.</source>
        <translation>«&#x202f;&#x202f;{value}&#x202f;» n’est pas une date.</translation>
    </message>
</context>
</TS>
